import { contract, type Results, type ResultsQuery } from '@s-tetic/cms/contracts/search';
import type { Issue } from '@s-tetic/config/validation';
import type { Visit } from '../../lib/visit.ts';
import { readSearch } from './search-address.ts';

/** What an address looks for and what is found, or what is wrong with that address. */
export type Search =
  | { readonly search: ResultsQuery; readonly found: Results; readonly issues?: never }
  | { readonly search?: never; readonly found?: never; readonly issues: readonly Issue[] };

/** @returns undefined when the site does not exist in the language of the visit */
export async function findResults(visit: Visit, query: URLSearchParams): Promise<Search | undefined> {
  const { data: search, issues } = readSearch(query, visit.locale);
  if (issues) {
    await visit.settle();
    return { issues };
  }
  const found = await visit.read(contract, 'results', { query: search });
  if (!found) return undefined;
  if (search.page > found.pages)
    return { issues: [{ path: ['page'], key: 'error.most', values: { max: found.pages } }] };
  return { search, found };
}
