import { contract as pages, type SiteMap } from '@s-tetic/cms/contracts/pages';
import { CmsUnavailable } from '../../lib/cms.ts';
import { fold } from '../../lib/fold.ts';
import type { Visit } from '../../lib/visit.ts';

type MappedPage = SiteMap['pages'][number];

/** The pages whose address is nearest to one that leads nowhere. None while the CMS is away: whoever is lost needs no second error. */
export async function findNearest(visit: Visit, pathname: string): Promise<readonly MappedPage[]> {
  try {
    const map = await visit.read(pages, 'map', { query: { locale: undefined } });
    return map ? nearestTo(pathname, map.pages) : [];
  } catch (error) {
    if (error instanceof CmsUnavailable) return [];
    throw error;
  }
}

/**
 * The pages that share the most of an address's words, the best first, at most `limit`. A word written with a typo still counts for
 * what it has in common.
 *
 *     nearestTo('/chartes/creer-business', pages) // => [{ path: '/charte/creer-du-business', … }, …]
 */
export function nearestTo<Page extends { readonly path: string }>(
  pathname: string,
  pages: readonly Page[],
  limit = 4,
): readonly Page[] {
  const asked = wordsOf(pathname);
  return pages
    .map((page) => ({ page, score: likeness(asked, wordsOf(page.path)) }))
    .filter(({ score }) => score >= 0.5)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ page }) => page);
}

/** The words of an address that say something: three letters or more, without accents. */
function wordsOf(pathname: string): readonly string[] {
  return [...new Set(fold(decode(pathname)).match(/[a-z0-9]{3,}/g) ?? [])].slice(0, 12);
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** From 0, nothing in common, to 1, the same words: the mean of how well each side finds itself in the other. */
function likeness(asked: readonly string[], offered: readonly string[]): number {
  if (asked.length === 0 || offered.length === 0) return 0;
  return (coverage(asked, offered) + coverage(offered, asked)) / 2;
}

function coverage(words: readonly string[], others: readonly string[]): number {
  const best = words.map((word) => Math.max(...others.map((other) => similarity(word, other))));
  return best.reduce((sum, value) => sum + value, 0) / words.length;
}

/** The Dice coefficient of the pairs of letters of two words: 1 when they are the same, 0 when they share no pair; little does not count. */
function similarity(word: string, other: string): number {
  if (word === other) return 1;
  const [pairs, otherPairs] = [pairsOf(word), pairsOf(other)];
  const shared = [...pairs].filter((pair) => otherPairs.has(pair)).length;
  const dice = (2 * shared) / (pairs.size + otherPairs.size);
  return dice >= 0.5 ? dice : 0;
}

function pairsOf(word: string): ReadonlySet<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2)));
}
