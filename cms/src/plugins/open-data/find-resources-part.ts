import type { ReadHandler } from '../../lib/public-routes';
import type { Reader } from '../../lib/reader';
import { contract as charter } from '../charter/contract';
import { contract as resources } from '../resources/contract';
import { describeResource } from '../resources/find-resource';
import { findZones } from '../resources/find-summaries';
import type { contract } from './contract';

/** Enough that 20,000 resources are 40 questions, few enough that one answer stays below a megabyte or so. */
const PART = 500;

/**
 * The resources that follow one of them. Addresses are unique and keep their order while others come and go,
 * so that whoever reads on misses none that stood still, and the last part costs what the first one does.
 */
export const findResourcesPart: ReadHandler<(typeof contract)['routes']['resources']> = async (
  reader,
  { query: { after = '' } },
) => {
  const [found, measure, zones, steps] = await Promise.all([
    reader.list(resources, 'resource', {
      filters: { slug: { $gt: after } },
      sort: 'slug',
      limit: PART + 1,
      populate: { steps: { fields: ['number'] }, zones: { fields: ['slug'] }, experiences: true },
    }),
    measureResources(reader),
    findZones(reader),
    reader.list(charter, 'step'),
  ]);
  const part = found.slice(0, PART);
  return {
    ...measure,
    resources: part.map((resource) => describeResource(resource, zones, steps)),
    ...(found.length > PART && { next: part.at(-1)!['slug'] }),
  };
};

/** How many resources are published, and when the last of them changed in any language. */
export async function measureResources({ strapi, tags }: Reader): Promise<{ total: number; updatedAt?: string }> {
  tags.add('resources.resource');
  const { rows } = await strapi.db.connection.raw(`
    SELECT count(*) FILTER (WHERE locale = 'fr')::int AS total, max(updated_at) AS "updatedAt"
    FROM resources_resources WHERE published_at IS NOT NULL`);
  const [{ total, updatedAt }] = rows as [{ total: number; updatedAt: string | null }];
  return { total, ...(updatedAt && { updatedAt: new Date(updatedAt).toISOString() }) };
}
