import type { Core } from '@strapi/strapi';

/** What the vocabulary of a language knows of a word. */
export interface Known {
  readonly locale: string;
  readonly word: string;
  /** What it is reduced to; null when it is too common to be looked for. */
  readonly stem: string | null;
  /** The words of documents with the same stem, folded. Empty when no document has one. */
  readonly forms: readonly string[];
  /** How many documents have one of them, about. */
  readonly documents: number;
  /** Other words that may be it, but for a typo; those of most documents first. */
  readonly neighbours: readonly Neighbour[];
  /** Words that begin with it, those of most documents first. */
  readonly longer: readonly Neighbour[];
}

export interface Neighbour {
  readonly word: string;
  readonly folded: string;
  readonly stem: string;
  readonly documents: number;
}

export interface LookUp {
  readonly locales: readonly string[];
  readonly words: readonly string[];
  /** Those that may hold a typo. */
  readonly forgiven: readonly string[];
  /** The one that is not typed to its end. */
  readonly unfinished?: string | undefined;
}

/** Looks words up in the vocabulary of some languages, in one query. LIKE would find the index only for a pattern known beforehand. */
export async function lookUpWords(
  strapi: Core.Strapi,
  { locales, words, forgiven, unfinished }: LookUp,
): Promise<Known[]> {
  const { rows } = (await strapi.db.connection.raw(
    `SELECT asked.locale, asked.word, asked.stem, same.forms, same.documents,
      CASE WHEN asked.word = ANY (?::text[]) THEN ARRAY(
        SELECT to_json(near) FROM search.vocabulary AS near
        WHERE near.locale = asked.locale AND search.variants(near.folded) && search.variants(fold_words(asked.word))
          AND near.stem <> asked.stem
        ORDER BY near.documents DESC LIMIT 20
      ) ELSE '{}' END AS neighbours,
      CASE WHEN asked.word = ? THEN ARRAY(
        SELECT to_json(longer) FROM search.vocabulary AS longer
        WHERE longer.locale = asked.locale AND longer.folded ~>=~ fold_words(asked.word) AND longer.folded ~<~ (fold_words(asked.word) || chr(65535)) AND longer.stem IS NOT NULL
        ORDER BY longer.documents DESC LIMIT 20
      ) ELSE '{}' END AS longer
    FROM (
      SELECT locale, word, search.stem(locale, word) AS stem FROM unnest(?::text[]) AS locale, unnest(?::text[]) AS word
    ) AS asked, LATERAL (
      SELECT coalesce(array_agg(folded), '{}') AS forms, coalesce(sum(documents), 0)::int AS documents
      FROM search.vocabulary AS known WHERE known.locale = asked.locale AND known.stem = asked.stem
    ) AS same`,
    [forgiven, unfinished ?? null, locales, words],
  )) as { rows: Known[] };
  return rows.map((row) => (isNumber(row.word) ? { ...row, forms: [row.word], documents: 1 } : row));
}

/** Numbers are in documents, but not in the vocabulary: nobody mistypes them into one another. */
const isNumber = (word: string) => /^\p{N}+$/u.test(word);
