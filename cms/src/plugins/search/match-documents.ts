import type { Reader } from '../../lib/reader';
import { searchedTypes, tagOf } from './searched-types';
import type { LanguageQuery } from './write-queries';

export interface Match {
  readonly type: string;
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly lang: string;
}

export interface Matches {
  readonly hits: readonly Match[];
  /** How many of each type. */
  readonly counts: Readonly<Record<string, number>>;
  /** Nothing holds all that was looked for: these hold some of it. */
  readonly isPartial: boolean;
}

interface Choice {
  readonly type?: string | undefined;
  readonly start: number;
  readonly limit: number;
}

/** Characters of a document in which words are marked: what comes later is found, but not shown. */
const excerptable = 20_000;

/** When fewer documents than this hold all that is looked for, those that hold some of it follow. */
const enough = 3;

/**
 * Finds, counts and ranks in one query what holds all that is looked for and, when that is little, what holds any of it. What a reader
 * would be shown in French for want of a translation is sought in French. Titles that hold all of it come first, the shortest first.
 */
export async function matchDocuments(
  reader: Reader,
  queries: readonly LanguageQuery[],
  { type, start, limit }: Choice,
): Promise<Matches> {
  for (const searched of searchedTypes()) reader.tags.add(tagOf(searched));
  if (queries.length === 0) return { hits: [], counts: {}, isPartial: false };
  const complete = queries.map((query) => matching(query, reader.locale, query.all, closeness(query)));
  const partial = queries.map((query) => matching(query, reader.locale, query.any, coverage(query)));
  const { rows } = (await reader.strapi.db.connection.raw(
    `WITH complete AS MATERIALIZED (${unionOf(complete)}),
    partial AS MATERIALIZED (
      SELECT * FROM (${unionOf(partial)}) AS partial WHERE (SELECT count(*) FROM complete) < ${enough}
    ),
    found AS (
      SELECT true AS "isComplete", * FROM complete
      UNION ALL
      SELECT false, * FROM partial WHERE (document_id, type, item) NOT IN (SELECT document_id, type, item FROM complete)
    ),
    chosen AS (
      SELECT * FROM found WHERE ?::text IS NULL OR type = ? ORDER BY "isComplete" DESC, score DESC, path LIMIT ? OFFSET ?
    )
    SELECT
      NOT EXISTS (TABLE complete) AS "isPartial",
      (SELECT coalesce(json_object_agg(type, number), '{}')
        FROM (SELECT type, count(*) AS number FROM found GROUP BY type) AS counted) AS counts,
      (SELECT coalesce(json_agg(json_build_object(
          'type', type, 'path', path, 'title', title, 'text', left(text, ${excerptable}), 'lang', locale
        ) ORDER BY "isComplete" DESC, score DESC, path), '[]')
        FROM chosen JOIN search.documents USING (document_id, type, item, locale, path)) AS hits`,
    [...complete, ...partial].flatMap(({ bindings }) => bindings).concat([type ?? null, type ?? null, limit, start]),
  )) as { rows: Matches[] };
  return rows[0]!;
}

interface Sql {
  readonly sql: string;
  readonly bindings: readonly (string | number | null | readonly (string | number)[])[];
}

/** The documents that a question in one language finds; for French, where it stands in, those that the reader's language lacks. */
function matching({ locale }: LanguageQuery, own: string, question: string, score: Sql): Sql {
  const standsIn = locale !== own;
  const untranslated = `AND NOT EXISTS (SELECT FROM search.documents AS own WHERE own.locale = ?
    AND own.document_id = found.document_id AND own.type = found.type AND own.item = found.item)`;
  return {
    sql: `SELECT document_id, type, item, locale, path, ${score.sql} AS score FROM search.documents AS found
      WHERE words @@ ?::tsquery AND locale = ? ${standsIn ? untranslated : ''}`,
    bindings: [...score.bindings, question, locale, ...(standsIn ? [own] : [])],
  };
}

/** How often and how high a document holds what is looked for, and whether its title does: a short title says it best. */
const closeness = ({ all, title }: LanguageQuery): Sql => ({
  sql: `ts_rank('{0.05, 0.1, 0.3, 1}', words, ?::tsquery, 1)
    + CASE WHEN words @@ ?::tsquery THEN 1 + 1.0 / length(ts_filter(words, '{a}')) ELSE 0 END`,
  bindings: [all, title],
});

/** How much of what is looked for a document holds, then how often. */
const coverage = ({ any, terms }: LanguageQuery): Sql => ({
  sql: `ts_rank('{0.05, 0.1, 0.3, 1}', words, ?::tsquery, 1)
    + 10 * (SELECT coalesce(sum(weight), 0) FROM unnest(?::tsquery[], ?::float[]) AS term (query, weight) WHERE words @@ query)`,
  bindings: [any, terms.map(({ query }) => query), terms.map(({ weight }) => weight)],
});

const unionOf = (parts: readonly Sql[]) => parts.map(({ sql }) => sql).join(' UNION ALL ');
