import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';
import { pathOf } from '../../lib/page';
import { contract } from './contract';

/** The path without locale of a listing, as long as it is public. */
export async function findListingPath(strapi: Core.Strapi, documentId: string): Promise<string | undefined> {
  const resource = await strapi.db.query('plugin::resources.resource').findOne({
    select: ['slug'],
    where: { documentId, locale: canonicalLocale, publishedAt: { $notNull: true } },
  });
  return resource ? pathOf(contract, 'resource', resource) : undefined;
}
