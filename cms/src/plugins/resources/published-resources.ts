import type { Core } from '@strapi/strapi';

/** The published resources, as a query to narrow, order and count: one row for each, with its combination, see prepareDirectory. */
export function publishedResources(strapi: Core.Strapi) {
  return strapi.db
    .connection('directory.listing as listing')
    .join('directory.combination as combination', 'combination.id', 'listing.combination_id');
}

/** SQL, of an order: those checked last first, then by name; those that sank after all others. */
export const freshestFirst = 'sunk, checked_at DESC NULLS LAST, name, document_id';

/** SQL, of a selection: how many there are of each kind, as `Support`. */
export const countsByKind = `
  (count(*) FILTER (WHERE kind = 'public'))::int AS public,
  (count(*) FILTER (WHERE kind = 'private'))::int AS private`;

export type ResourceQuery = ReturnType<typeof publishedResources>;

/** The resources that came last, at most `limit`, as ids of documents. */
export function findNewest(strapi: Core.Strapi, limit: number): Promise<string[]> {
  return idsOf(publishedResources(strapi).orderByRaw('created_at DESC, document_id').limit(limit));
}

/** The resources that support a step, those checked last first, at most `limit`, as ids of documents. */
export function findSupporting(strapi: Core.Strapi, stepNumber: number, limit: number): Promise<string[]> {
  const supporting = publishedResources(strapi)
    .whereRaw('steps @> ARRAY[?::smallint]', [stepNumber])
    .orderByRaw(freshestFirst)
    .limit(limit);
  return idsOf(supporting);
}

/** The ids of documents that a query finds, in its order. */
export async function idsOf(query: ResourceQuery): Promise<string[]> {
  const rows: { document_id: string }[] = await query.select('document_id');
  return rows.map((row) => row.document_id);
}
