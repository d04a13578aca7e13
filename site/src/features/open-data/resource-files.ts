import { siteAddress } from '../../lib/site-address.ts';
import { paths } from '../../lib/paths.ts';
import type { Visit } from '../../lib/visit.ts';
import type { DataFile } from './write-data-file.ts';
import { aboutFile } from './about-file.ts';
import { organisationOf } from './organisation.ts';
import { readResources, type ResourcesRead } from './read-resources.ts';
import { experienceColumns, experiencesOf, resourceColumns } from './resource-columns.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson } from './write-json.ts';

/** The directory, in each of its files. */
export const resourceFiles = {
  'ressources.csv': writing(({ parts }, { locale }) =>
    writeCsv(
      resourceColumns((path) => siteAddress(locale, path)),
      parts,
    ),
  ),
  'experiences.csv': writing(({ parts }) => writeCsv(experienceColumns(), eachAs(parts, experiencesOf))),
  'ressources.json': writing(({ parts, total, updatedAt }, visit) => {
    const withAddress = eachAs(parts, (resource) => [
      { url: siteAddress(visit.locale, paths.resource(resource)), ...resource },
    ]);
    return writeJson({ ...aboutFile(visit), updatedAt, total }, 'resources', withAddress);
  }),
  'ressources.jsonld': writing(({ parts }, { locale }) => {
    const organisations = eachAs(parts, (resource) => [organisationOf(resource, locale, siteAddress)]);
    return writeJson({ '@context': 'https://schema.org' }, '@graph', organisations);
  }),
} as const;

function writing(write: (read: ResourcesRead, visit: Visit) => AsyncIterable<string>) {
  return async (visit: Visit): Promise<DataFile | undefined> => {
    const read = await readResources(visit);
    return read && { updatedAt: read.updatedAt, content: write(read, visit) };
  };
}

async function* eachAs<From, To>(
  parts: AsyncIterable<readonly From[]>,
  turn: (item: From) => To[],
): AsyncGenerator<To[]> {
  for await (const part of parts) yield part.flatMap(turn);
}
