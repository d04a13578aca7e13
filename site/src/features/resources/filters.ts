import { narrowing, resourceFilters, type Narrowing, type ResourceFilters } from '@s-tetic/cms/contracts/resources';
import { checkInput, type Checked } from '@s-tetic/config/validation';

/** The parameters of the directory's address, in the order in which they are written there. */
const names = ['q', 'step', 'zone', 'kind', 'language', 'sort', 'page'] as const;

/** One filter in use, and the filters without it. */
export interface ActiveFilter {
  readonly name: Narrowing;
  readonly value: string;
  readonly without: ResourceFilters;
}

/**
 * The filters that an address carries. A form sends what was left empty too: empty is as good as absent.
 * Parameters of others (a campaign, a share button) are none of ours and are left alone.
 */
export function readFilters(query: URLSearchParams, locale: string): Checked<ResourceFilters> {
  const written = names.map((name) => [name, query.get(name)?.trim()] as const).filter(([, value]) => value);
  return checkInput(resourceFilters, { ...Object.fromEntries(written), locale });
}

/** `queryOf({ locale: 'fr', step: 3, page: 1, sort: 'name' })` // => '?step=3'. What is usual is not written. */
export function queryOf(filters: ResourceFilters): string {
  const usual = resourceFilters.parse({ locale: filters.locale });
  const written = names.filter((name) => filters[name] !== undefined && filters[name] !== usual[name]);
  const query = new URLSearchParams(written.map((name) => [name, String(filters[name])]));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** The filters with one of them changed, or removed when `undefined`, from the first page. */
export function withFilter<Name extends keyof ResourceFilters>(
  filters: ResourceFilters,
  name: Name,
  value: ResourceFilters[Name] | undefined,
): ResourceFilters {
  const { [name]: _, ...others } = filters;
  return { ...others, page: 1, ...(value === undefined ? {} : { [name]: value }) } as ResourceFilters;
}

/** The filters in use, in the order of the address. */
export function activeFilters(filters: ResourceFilters): readonly ActiveFilter[] {
  return narrowing
    .filter((name) => filters[name] !== undefined)
    .map((name) => ({ name, value: String(filters[name]), without: withFilter(filters, name, undefined) }));
}
