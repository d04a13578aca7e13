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
