import type { z } from 'zod';
import { canonicalLocale } from '../../lib/locales';
import type { Reader } from '../../lib/reader';
import type { nearest } from './contract';
import { searchedTypes, tagOf } from './searched-types';

/** As many as one can take in, and how alike they must be: 1 for the same words. */
const most = 4;
const leastLikeness = 0.5;

/**
 * The pages that share the most of an address's words, the best first; a word with a typo still counts for what it has in common.
 * The index gives the addresses with the most trigrams in common, however many pages there are. Of these, likeness is the mean of how
 * well each of the two addresses is found within the other, so that a short address is not lost in a long one.
 *
 * @param path an address that leads nowhere, without locale, as it was asked for
 */
export async function nearestPages(reader: Reader, path: string): Promise<z.input<typeof nearest>['pages']> {
  for (const searched of searchedTypes()) reader.tags.add(tagOf(searched));
  const { rows } = (await reader.strapi.db.connection.raw(
    `SELECT near.path, coalesce(own.title, near.title) AS title, coalesce(own.locale, near.locale) AS lang
    FROM (
      SELECT candidate.*, (word_similarity(path, asked) + word_similarity(asked, path)) / 2 AS likeness
      FROM (SELECT fold_words(?) AS asked) AS address, LATERAL (
        SELECT * FROM search.documents WHERE locale = '${canonicalLocale}' AND path !~ '#' ORDER BY path <-> asked LIMIT 40
      ) AS candidate
    ) AS near
    LEFT JOIN search.documents AS own
      ON own.locale = ? AND (own.document_id, own.type, own.item) = (near.document_id, near.type, near.item)
    WHERE likeness >= ? ORDER BY likeness DESC, near.path LIMIT ?`,
    [decode(path), reader.locale, leastLikeness, most],
  )) as { rows: z.input<typeof nearest>['pages'] };
  return rows;
}

/** What an address writes with percent signs; as it is when it is malformed. PostgreSQL has no null character. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return path;
  }
}
