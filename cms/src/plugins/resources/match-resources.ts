import type { Core } from '@strapi/strapi';
import type { ResourceFilters } from './contract';

const filterNames = ['step', 'zone', 'kind', 'language'] as const;

type Filter = (typeof filterNames)[number];

export interface Matches {
  /** One page of the resources that match, in the order asked for. */
  readonly documentIds: readonly string[];
  /** How many match. */
  readonly total: number;
  /** For each filter, how many resources each of its values would leave, the other filters kept. */
  readonly counts: Readonly<Record<Filter, Readonly<Record<string, number>>>>;
}

/** What a listing must hold to pass a filter, as SQL with the filter's value bound. */
const conditions: Readonly<Record<Filter, string>> = {
  step: 'steps @> ARRAY[?::smallint]',
  zone: 'zones @> ARRAY[?::text]',
  kind: 'kind = ?',
  language: 'languages @> ARRAY[?::text]',
};

/** The values that a combination has for a filter, one a row. */
const values: Readonly<Record<Filter, string>> = {
  step: 'unnest(steps)',
  zone: 'unnest(zones)',
  kind: 'unnest(ARRAY[kind])',
  language: 'unnest(languages)',
};

/** Finds what matches, counted, in one query. `perPage` says how many documents a page has. */
export async function matchResources(strapi: Core.Strapi, filters: ResourceFilters, perPage: number): Promise<Matches> {
  const { sql, bound } = matchStatement(filters, perPage);
  const { rows } = await strapi.db.connection.raw(sql, bound);
  const [{ counts, ...page }] = rows as [{ documentIds: string[]; total: number; counts: string }];
  // Strapi has PostgreSQL's JSON handed over as text.
  return { ...page, counts: JSON.parse(counts) as Matches['counts'] };
}

/**
 * The query, with a `?` for each value that is bound. Many resources have the same steps, zones, kind and languages:
 * each such combination is counted once, and every count is a sum of those.
 */
export function matchStatement(filters: ResourceFilters, perPage: number): { sql: string; bound: (string | number)[] } {
  const words = conditionsOfWords(filters.q);
  const chosen = filterNames.filter((name) => filters[name] !== undefined);
  const order = filters.sort === 'new' ? 'sunk, created_at DESC' : 'sunk, name';
  const sql = `
    WITH combination AS MATERIALIZED (
      SELECT combination.*, resources ${chosen.map((name) => `, ${conditions[name]} AS passes_${name}`).join('')}
      FROM directory.combination
      JOIN (
        SELECT combination_id AS id, count(*)::int AS resources FROM directory.listing WHERE ${words.sql} GROUP BY 1
      ) AS counted USING (id)
    )
    SELECT
      (SELECT coalesce(sum(resources), 0)::int FROM combination WHERE ${passing(chosen)}) AS total,
      ARRAY(
        SELECT document_id FROM directory.listing
        WHERE ${words.sql} AND combination_id = ANY (ARRAY(SELECT id FROM combination WHERE ${passing(chosen)}))
        ORDER BY ${order}, document_id LIMIT ? OFFSET ?
      ) AS "documentIds",
      jsonb_build_object(${filterNames.map((name) => `'${name}', ${countsOf(name, chosen)}`).join(', ')}) AS counts`;
  const values = chosen.map((name) => filters[name]!);
  const bound = [...values, ...words.bound, ...words.bound, perPage, (filters.page - 1) * perPage];
  return { sql, bound };
}

const passing = (filters: readonly Filter[]) => filters.map((name) => `passes_${name}`).join(' AND ') || 'true';

const countsOf = (name: Filter, chosen: readonly Filter[]) => `(
  SELECT coalesce(jsonb_object_agg(value, count), '{}')
  FROM (
    SELECT value, sum(resources) AS count FROM combination, ${values[name]} AS held (value)
    WHERE ${passing(chosen.filter((other) => other !== name))} GROUP BY value
  ) AS counted)`;

/** Every word must be there, whatever its accents and capitals. */
function conditionsOfWords(asked = ''): { sql: string; bound: string[] } {
  const bound = asked
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));
  return { sql: bound.map(() => `words LIKE '%' || fold_words(?) || '%'`).join(' AND ') || 'true', bound };
}
