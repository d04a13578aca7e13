import { contract, type OpenCharter } from '@s-tetic/cms/contracts/open-data';
import { siteAddress } from '../../lib/site-address.ts';
import { paths } from '../../lib/paths.ts';
import type { Visit } from '../../lib/visit.ts';
import { aboutFile } from './about-file.ts';
import { observationColumns, stepColumns } from './charter-columns.ts';
import { conceptScheme } from './concept-scheme.ts';
import { inOnePart } from './in-one-part.ts';
import { licence } from './licence.ts';
import { writeCsv } from './write-csv.ts';
import type { DataFile } from './write-data-file.ts';

/** The charter, in each of its files. */
export const charterFiles = {
  'etapes.csv': writing(({ steps }, { locale }) =>
    writeCsv(
      stepColumns((path) => siteAddress(locale, path)),
      inOnePart(steps),
    ),
  ),
  'observations.csv': writing(({ observations }) => writeCsv(observationColumns(), inOnePart(observations))),
  'charte.json': writing(({ steps, ...charter }, visit) => {
    const withAddresses = steps.map((step) => ({ url: siteAddress(visit.locale, paths.step(step)), ...step }));
    return inOnePart(JSON.stringify({ ...aboutFile(visit), ...charter, steps: withAddresses }, undefined, 2));
  }),
  'charte.jsonld': writing((charter) =>
    inOnePart(JSON.stringify(conceptScheme(charter, licence.url, siteAddress), undefined, 2)),
  ),
} as const;

function writing(write: (charter: OpenCharter, visit: Visit) => AsyncIterable<string>) {
  return async (visit: Visit): Promise<DataFile | undefined> => {
    const charter = await visit.read(contract, 'charter');
    return charter && { updatedAt: charter.updatedAt, content: write(charter, visit) };
  };
}
