import type { Located } from '../../lib/overlay';
import type { ReadHandler } from '../../lib/public-routes';
import type { Reader } from '../../lib/reader';
import { contract as charter } from '../charter/contract';
import { findSection } from '../pages/find-section';
import { languages } from './content-types';
import { contract } from './contract';
import { findSummaries, findZones } from './find-summaries';
import { matchResources, type Matches } from './match-resources';

const perPage = 20;

/** The directory: one page of the resources that match, and for each filter how many each of its values would leave. */
export const findResources: ReadHandler<typeof contract.routes.resources> = async (reader, { query }) => {
  const { documentIds, total, counts } = await matchResources(reader.strapi, query, perPage);
  const [section, resources, facets] = await Promise.all([
    findSection(reader, 'ressources'),
    findSummaries(reader, documentIds),
    describeFacets(reader, counts),
  ]);
  return section && { ...section, resources, total, pages: Math.max(1, Math.ceil(total / perPage)), facets };
};

async function describeFacets(reader: Reader, counts: Matches['counts']) {
  const [steps, zones] = await Promise.all([reader.list(charter, 'step'), findZones(reader)]);
  const { kind } = contract.contentTypes.resource.attributes;
  return {
    step: steps.map((step) => option(step, step['number'], step['title'], counts.step)),
    zone: zones.map((zone) => option(zone, zone['slug'], zone['name'], counts.zone)),
    kind: kind.options.map((value) => ({ value, count: counts.kind[value] ?? 0 })),
    language: languages.map((value) => ({ value, count: counts.language[value] ?? 0 })),
  };
}

function option({ lang, french }: Located, value: unknown, label: unknown, counts: Readonly<Record<string, number>>) {
  return { value, label, lang, ...(french && { french: [...french] }), count: counts[String(value)] ?? 0 };
}
