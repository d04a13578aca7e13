import { contract, type Nearest } from '@s-tetic/cms/contracts/search';
import { prefixOf, withoutPrefix } from '../../i18n/locale.ts';
import { CmsUnavailable } from '../../lib/cms.ts';
import type { Visit } from '../../lib/visit.ts';

/** Longer addresses are not mistyped ones. */
const longest = 200;

/**
 * The pages whose address is nearest to one that leads nowhere: as the CMS said with what it did not find, or else asked for.
 * None while the CMS is away: whoever is lost needs no second error.
 */
export async function findNearest(visit: Visit, pathname: string): Promise<Nearest['pages']> {
  if (visit.nearest) return visit.nearest;
  const path = prefixOf(pathname) === visit.locale ? withoutPrefix(pathname, visit.locale) : pathname;
  try {
    return (await visit.read(contract, 'nearest', { query: { path: path.slice(0, longest) } }))?.pages ?? [];
  } catch (error) {
    if (error instanceof CmsUnavailable) return [];
    throw error;
  }
}
