import type { Located } from '../../lib/overlay';
import type { ReadHandler } from '../../lib/public-routes';
import type { Reader } from '../../lib/reader';
import { contract as charter } from '../charter/contract';
import { findSection } from '../pages/find-section';
import { contract, type ResourceFilters } from './contract';
import { findSummaries, findZones } from './find-summaries';
import { publishedResources, type ResourceQuery } from './published-resources';
import { withWords } from './words';

const perPage = 20;

/** The directory: one page of the resources that match, and for each filter how many each of its values would leave. */
export const findResources: ReadHandler = async (reader, { query }) => {
  const filters = query as unknown as ResourceFilters;
  const [section, total, resources, facets] = await Promise.all([
    findSection(reader, 'ressources'),
    countMatching(reader, filters),
    findMatching(reader, filters),
    findFacets(reader, filters),
  ]);
  return section && { ...section, resources, total, pages: Math.max(1, Math.ceil(total / perPage)), facets };
};

async function countMatching(reader: Reader, filters: ResourceFilters): Promise<number> {
  const rows = await matching(reader, filters).count('* as count');
  return Number(rows[0]?.['count']);
}

async function findMatching(reader: Reader, filters: ResourceFilters): Promise<Located[]> {
  const newestFirst = filters.sort === 'new';
  const rows: { document_id: string }[] = await matching(reader, filters)
    .select('resource.document_id')
    .orderBy(newestFirst ? 'resource.created_at' : 'resource.name', newestFirst ? 'desc' : 'asc')
    .orderBy('resource.document_id')
    .limit(perPage)
    .offset((filters.page - 1) * perPage);
  const ids = rows.map((row) => row.document_id);
  const summaries = await findSummaries(reader, { filters: { documentId: { $in: ids } }, limit: perPage });
  return summaries.sort((a, b) => ids.indexOf(a.documentId) - ids.indexOf(b.documentId));
}

type Filter = 'step' | 'zone' | 'kind' | 'language';

/** The resources that match every filter but one, which is the one being counted. */
function matching(reader: Reader, filters: ResourceFilters, except?: Filter): ResourceQuery {
  const { step, zone, kind, language, q }: ResourceFilters = except ? { ...filters, [except]: undefined } : filters;
  let query = publishedResources(reader.strapi);
  if (step) query = query.whereExists(linked('steps', 'step', 'charter_steps').where('step.number', step));
  if (zone) query = query.whereExists(linked('zones', 'zone', 'resources_zones').where('zone.slug', zone));
  if (kind) query = query.where('resource.kind', kind);
  if (language) query = query.whereRaw('resource.languages ~ ?', [`\\m${language}\\M`]);
  return q ? withWords(query, q) : query;
}

function linked(list: string, one: string, table: string) {
  return strapi.db
    .connection(`resources_resources_${list}_lnk as link`)
    .join(`${table} as ${one}`, `${one}.id`, `link.${one}_id`)
    .whereRaw('link.resource_id = resource.id')
    .select(strapi.db.connection.raw('1'));
}

async function findFacets(reader: Reader, filters: ResourceFilters) {
  const [steps, zones, byStep, byZone, byKind, byLanguage] = await Promise.all([
    reader.list(charter, 'step'),
    findZones(reader),
    countBy(joined(matching(reader, filters, 'step'), 'steps', 'step', 'charter_steps'), 'step.number'),
    countBy(joined(matching(reader, filters, 'zone'), 'zones', 'zone', 'resources_zones'), 'zone.slug'),
    countBy(matching(reader, filters, 'kind'), 'resource.kind'),
    countByLanguage(matching(reader, filters, 'language')),
  ]);
  return {
    step: steps.map((step) => option(step, step['number'], step['title'], byStep)),
    zone: zones.map((zone) => option(zone, zone['slug'], zone['name'], byZone)),
    kind: contract.contentTypes.resource.attributes.kind.options.map((value) => ({ value, count: byKind.get(value) ?? 0 })),
    language: ['fr', 'nl', 'en', 'de'].map((value) => ({ value, count: byLanguage.get(value) ?? 0 })),
  };
}

function option({ lang, french }: Located, value: unknown, label: unknown, counts: ReadonlyMap<unknown, number>) {
  return { value, label, lang, ...(french && { french: [...french] }), count: counts.get(value) ?? 0 };
}

const joined = (query: ResourceQuery, list: string, one: string, table: string): ResourceQuery =>
  query
    .join(`resources_resources_${list}_lnk as link`, 'link.resource_id', 'resource.id')
    .join(`${table} as ${one}`, `${one}.id`, `link.${one}_id`);

async function countBy(query: ResourceQuery, column: string): Promise<Map<unknown, number>> {
  const rows: { value: unknown; count: string }[] = await query
    .groupBy(column)
    .select(`${column} as value`)
    .count('* as count');
  return new Map(rows.map(({ value, count }) => [value, Number(count)]));
}

async function countByLanguage(query: ResourceQuery): Promise<Map<unknown, number>> {
  const spoken = query.select(strapi.db.connection.raw(`regexp_split_to_table(resource.languages, ', *') as value`));
  const rows: { value: string; count: string }[] = await strapi.db.connection
    .from(spoken.as('spoken'))
    .groupBy('value')
    .select('value')
    .count('* as count');
  return new Map(rows.map(({ value, count }) => [value, Number(count)]));
}
