import { contract, type Relaxations, type ResourceFilters, type ResourcesPage } from '@s-tetic/cms/contracts/resources';
import type { Issue } from '@s-tetic/config/validation';
import type { Visit } from '../../lib/visit.ts';
import { readFilters } from './filters.ts';

/** The directory as its address asks for it, or what is wrong with that address. */
export type Directory =
  | {
      readonly filters: ResourceFilters;
      readonly found: ResourcesPage;
      /** When nothing was found, what removing each filter would give. */
      readonly relaxations: Relaxations;
      readonly issues?: never;
    }
  | {
      readonly filters?: never;
      readonly found?: never;
      readonly relaxations?: never;
      readonly issues: readonly Issue[];
    };

/**
 * Filters that do not hold are refused before anything is asked; a zone and a page that do not exist, once the CMS has told
 * which do.
 * @returns undefined when the directory itself is not published
 */
export async function findDirectory(visit: Visit, query: URLSearchParams): Promise<Directory | undefined> {
  const { data: filters, issues } = readFilters(query, visit.locale);
  if (issues) {
    await visit.settle();
    return { issues };
  }
  const found = await visit.read(contract, 'resources', { query: filters });
  if (!found) return undefined;
  const { zone, page } = filters;
  if (zone !== undefined && !found.facets.zone.some(({ value }) => value === zone))
    return { issues: [{ path: ['zone'], key: 'error.unknownZone', values: { value: zone } }] };
  if (page > found.pages) return { issues: [{ path: ['page'], key: 'error.most', values: { max: found.pages } }] };
  const relaxed = found.total === 0 ? await visit.read(contract, 'relaxations', { query: filters }) : undefined;
  return { filters, found, relaxations: relaxed?.relaxations ?? [] };
}
