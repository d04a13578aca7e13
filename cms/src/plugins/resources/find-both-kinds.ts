import type { Core } from '@strapi/strapi';
import { freshestFirst, idsOf, publishedResources } from './published-resources';

/**
 * A few of the resources that support a step, at most `limit`, as ids of documents: public and private in turn, those checked last
 * first, so that both kinds stand side by side wherever both exist.
 */
export function findBothKinds(strapi: Core.Strapi, stepNumber: number, limit: number): Promise<string[]> {
  const supporting = publishedResources(strapi)
    .whereRaw('steps @> ARRAY[?::smallint]', [stepNumber])
    .orderByRaw(`row_number() OVER (PARTITION BY kind ORDER BY ${freshestFirst}), ${freshestFirst}`)
    .limit(limit);
  return idsOf(supporting);
}
