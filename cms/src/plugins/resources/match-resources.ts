import type { Core } from '@strapi/strapi';
import type { ResourceFilters } from './contract';
import { publishedResources } from './published-resources';
import { withWords } from './words';

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

/** What a resource must hold to pass a filter, as SQL with the filter's value bound. */
const conditions: Readonly<Record<Filter, string>> = {
  step: linkedTo('steps', 'step', 'charter_steps', 'number'),
  zone: linkedTo('zones', 'zone', 'resources_zones', 'slug'),
  kind: 'resource.kind = ?',
  language: `resource.languages ~ ('\\m' || ? || '\\M')`,
};

/** The values that a candidate has for a filter, one a row. */
const values: Readonly<Record<Filter, string>> = {
  step: linkedValues('steps', 'step', 'charter_steps', 'number'),
  zone: linkedValues('zones', 'zone', 'resources_zones', 'slug'),
  kind: 'SELECT kind AS value FROM candidate',
  language: `SELECT regexp_split_to_table(languages, ', *') AS value FROM candidate`,
};

/**
 * Finds what matches, counted, in one query: words are compared once, and each candidate then knows which filters it passes.
 *
 * @param perPage how many documents a page has
 */
export async function matchResources(strapi: Core.Strapi, filters: ResourceFilters, perPage: number): Promise<Matches> {
  const { connection } = strapi.db;
  const worded = filters.q ? withWords(publishedResources(strapi), filters.q) : publishedResources(strapi);
  const candidates = worded.select(
    'resource.id',
    'resource.document_id',
    'resource.name',
    'resource.created_at',
    'resource.kind',
    'resource.languages',
    ...filterNames.map((name) => {
      const value = filters[name];
      return connection.raw(
        `${value === undefined ? 'true' : conditions[name]} AS passes_${name}`,
        value === undefined ? [] : [value],
      );
    }),
  );
  const order = filters.sort === 'new' ? 'created_at DESC' : 'name';
  const { rows } = await connection.raw(
    `WITH candidate AS MATERIALIZED ?, matching AS (SELECT * FROM candidate WHERE ${passesAll()})
    SELECT
      (SELECT count(*)::int FROM matching) AS total,
      ARRAY(SELECT document_id FROM matching ORDER BY ${order}, document_id LIMIT ? OFFSET ?) AS "documentIds",
      jsonb_build_object(${filterNames.map((name) => `'${name}', ${countsOf(name)}`).join(', ')}) AS counts`,
    [candidates, perPage, (filters.page - 1) * perPage],
  );
  const [{ counts, ...page }] = rows as [{ documentIds: string[]; total: number; counts: string }];
  // Strapi has PostgreSQL's JSON handed over as text.
  return { ...page, counts: JSON.parse(counts) as Matches['counts'] };
}

const passesAll = (but?: Filter) =>
  filterNames
    .filter((name) => name !== but)
    .map((name) => `passes_${name}`)
    .join(' AND ');

const countsOf = (name: Filter) => `(
  SELECT coalesce(jsonb_object_agg(value, count), '{}')
  FROM (SELECT value, count(*) FROM (${values[name]} WHERE ${passesAll(name)}) AS each GROUP BY value) AS counted)`;

function linkedTo(list: string, one: string, table: string, column: string): string {
  return `EXISTS (
    SELECT FROM resources_resources_${list}_lnk AS link
    WHERE link.resource_id = resource.id AND link.${one}_id = ANY (ARRAY(SELECT id FROM ${table} WHERE ${column} = ?)))`;
}

function linkedValues(list: string, one: string, table: string, column: string): string {
  return `SELECT ${one}.${column} AS value FROM candidate
    JOIN resources_resources_${list}_lnk AS link ON link.resource_id = candidate.id
    JOIN ${table} AS ${one} ON ${one}.id = link.${one}_id`;
}
