import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';
import { Refusal } from '../../lib/refusal';

/** The documents of the zones that somebody chose, by their slugs. @throws {Refusal} 422 naming the first that there is not */
export async function findZoneIds(strapi: Core.Strapi, slugs: readonly string[]): Promise<string[]> {
  const zones: { documentId: string; slug: string }[] = await strapi.db
    .query('plugin::resources.zone')
    .findMany({ select: ['documentId', 'slug'], where: { slug: { $in: slugs }, locale: canonicalLocale } });
  const unknown = slugs.findIndex((slug) => !zones.some((zone) => zone.slug === slug));
  if (unknown >= 0) {
    const values = { value: slugs[unknown]! };
    throw new Refusal(422, 'error.unknownZone', values, {
      issues: [{ path: ['zones', unknown], key: 'error.unknownZone', values }],
    });
  }
  return zones.map(({ documentId }) => documentId);
}
