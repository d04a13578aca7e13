import { readEnvironment } from '@s-tetic/config/environment';
import { contract } from '@s-tetic/cms/contracts/open-data';
import { siteAddress } from '../../lib/site-address.ts';
import type { Visit } from '../../lib/visit.ts';
import { renderCatalogue } from './catalogue.ts';
import { inOnePart } from './in-one-part.ts';
import type { DataFile } from './write-data-file.ts';

/** The catalogue that portals harvest. */
export async function writeCatalogue(visit: Visit): Promise<DataFile | undefined> {
  const found = await visit.read(contract, 'page');
  if (!found) return undefined;
  const { locale, frame, t } = visit;
  const catalogue = renderCatalogue({ ...found, locale, frame, t, api: apiAddress() }, siteAddress);
  return { updatedAt: undefined, content: inOnePart(JSON.stringify(catalogue, undefined, 2)) };
}

/** Where the public API is, as the rest of the world knows it. */
export function apiAddress(): string {
  return `${readEnvironment(process.env, 'site').CMS_PUBLIC_URL}/api`;
}
