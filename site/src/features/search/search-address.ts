import { resultsQuery, type ResultsQuery } from '@s-tetic/cms/contracts/search';
import { checkInput, type Checked } from '@s-tetic/config/validation';

/** The parameters of the search's address, in the order in which they are written there. */
const names = ['q', 'type', 'page'] as const;

/** What an address asks to look for. A form sends what was left empty too: empty is as good as absent. */
export function readSearch(query: URLSearchParams, locale: string): Checked<ResultsQuery> {
  const written = names.map((name) => [name, query.get(name)?.trim()] as const).filter(([, value]) => value);
  return checkInput(resultsQuery, { ...Object.fromEntries(written), locale });
}

/** `queryOf({ locale: 'fr', q: 'export', page: 1 })` // => '?q=export'. What is usual is not written. */
export function queryOf(search: ResultsQuery): string {
  const usual = resultsQuery.parse({ locale: search.locale });
  const written = names.filter((name) => search[name] !== undefined && search[name] !== usual[name]);
  const query = new URLSearchParams(written.map((name) => [name, String(search[name])]));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** The same words, looked for among one type only, or among all when `undefined`, from the first page. */
export function withType({ type: _, ...search }: ResultsQuery, type?: string): ResultsQuery {
  return { ...search, page: 1, ...(type !== undefined && { type }) };
}
