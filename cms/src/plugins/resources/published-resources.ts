import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';

/** The published resources, as a query to narrow, join and count: their French rows, which hold the structure. */
export function publishedResources(strapi: Core.Strapi) {
  return strapi.db
    .connection('resources_resources as resource')
    .where('resource.locale', canonicalLocale)
    .whereNotNull('resource.published_at');
}

export type ResourceQuery = ReturnType<typeof publishedResources>;

/** The resources that came last, at most `limit`, as ids of documents. */
export function findNewest(strapi: Core.Strapi, limit: number): Promise<string[]> {
  return idsOf(publishedResources(strapi).orderBy('resource.created_at', 'desc').limit(limit));
}

/** The resources that support a step, those checked last first, at most `limit`, as ids of documents. */
export function findSupporting(strapi: Core.Strapi, stepNumber: number, limit: number): Promise<string[]> {
  const supporting = publishedResources(strapi)
    .join('resources_resources_steps_lnk as link', 'link.resource_id', 'resource.id')
    .join('charter_steps as step', 'step.id', 'link.step_id')
    .where('step.number', stepNumber)
    .orderByRaw('resource.checked_at DESC NULLS LAST, resource.name')
    .limit(limit);
  return idsOf(supporting);
}

async function idsOf(query: ResourceQuery): Promise<string[]> {
  const rows: { document_id: string }[] = await query.select('resource.document_id');
  return rows.map((row) => row.document_id);
}

/** Creates the index that finds the newest without reading the others. */
export async function prepareNewest(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw(
    'CREATE INDEX IF NOT EXISTS resources_newest ON resources_resources (locale, created_at) WHERE published_at IS NOT NULL',
  );
}
