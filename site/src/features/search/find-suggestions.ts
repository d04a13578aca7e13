import { contract, suggestionsQuery } from '@s-tetic/cms/contracts/search';
import { checkInput } from '@s-tetic/config/validation';
import { localized } from '../../lib/paths.ts';
import type { Visit } from '../../lib/visit.ts';
import { nameType } from './name-type.ts';

/**
 * Pages that the words being typed may lead to, as the script of the search box shows them, and a sentence that says how many.
 * @returns undefined when the words will not do: there is nobody to tell, the reader is still typing
 */
export async function findSuggestions(visit: Visit, query: URLSearchParams) {
  const { data } = checkInput(suggestionsQuery, { q: query.get('q') ?? '', locale: visit.locale });
  const found = data && (await visit.read(contract, 'suggestions', { query: data }));
  if (!found) return undefined;
  const { t, locale } = visit;
  return {
    suggestions: found.suggestions.map(({ type, path, title, lang }) => ({
      title,
      href: localized(path, locale),
      kind: nameType(t, type).label,
      ...(lang !== locale && { lang }),
    })),
    status: t('search.suggested', { count: found.suggestions.length }),
  };
}
