import type { Core } from '@strapi/strapi';
import { publishedResources } from './published-resources';

const freshness = 'sunk, checked_at DESC NULLS LAST, name, document_id';

/**
 * A few of the resources that support a step, at most `limit`, as ids of documents: public and private in turn, those checked last
 * first, so that both kinds stand side by side wherever both exist.
 */
export async function findBothKinds(strapi: Core.Strapi, stepNumber: number, limit: number): Promise<string[]> {
  const rows: { document_id: string }[] = await publishedResources(strapi)
    .whereRaw('steps @> ARRAY[?::smallint]', [stepNumber])
    .orderByRaw(`row_number() OVER (PARTITION BY kind ORDER BY ${freshness}), ${freshness}`)
    .limit(limit)
    .select('document_id');
  return rows.map((row) => row.document_id);
}
