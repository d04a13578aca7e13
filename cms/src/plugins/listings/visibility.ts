import type { Core, Modules } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { canonicalLocale } from '../../lib/locales';
import type { Visibility } from './content-types';
import { noteOnListing, resourceUid } from './listing';
import { changeUpkeep, confirmedOn, findUpkeep, type Upkeep } from './upkeep';

/** Takes a listing off the site, in all its languages. Nothing of it is lost. */
export async function hideListing(
  strapi: Core.Strapi,
  upkeep: Upkeep,
  visibility: Exclude<Visibility, 'public'>,
): Promise<void> {
  const documentId = upkeep.listing;
  const published: { locale: string }[] = await strapi.db
    .query(resourceUid)
    .findMany({ select: ['locale'], where: { documentId, publishedAt: { $notNull: true } } });
  const hiddenLocales = published.map(({ locale }) => locale);
  await changeUpkeep(strapi, upkeep, { visibility, ...(hiddenLocales.length > 0 && { hiddenLocales }) });
  for (const locale of hiddenLocales) await documents(strapi, resourceUid).unpublish({ documentId, locale });
}

/** Puts a listing back on the site, as it was. */
export async function showListing(strapi: Core.Strapi, { listing }: Upkeep): Promise<void> {
  await documents(strapi, resourceUid).publish({ documentId: listing, locale: canonicalLocale });
}

/**
 * Whoever publishes a hidden listing puts it back: its owner by their link, or staff by the button of the panel. Its other
 * languages come back with the French, and it is to be confirmed as if it had been today.
 */
export function followPublication(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const { documentId, locale } = context.params as { documentId?: string; locale?: string | string[] };
    const locales = [locale ?? canonicalLocale].flat();
    const isFrench = locales.includes(canonicalLocale) || locales.includes('*');
    if (context.uid !== resourceUid || context.action !== 'publish' || !documentId || !isFrench) return next();
    return strapi.db.transaction(async () => {
      const result = await next();
      await welcomeBack(strapi, documentId);
      return result;
    });
  };
}

async function welcomeBack(strapi: Core.Strapi, documentId: string): Promise<void> {
  const upkeep = await findUpkeep(strapi, documentId);
  if (!upkeep || upkeep.visibility === 'public') return;
  const { hiddenLocales, rhythm } = upkeep;
  const { dueAt, reminded } = confirmedOn(new Date(), rhythm);
  await changeUpkeep(strapi, upkeep, { visibility: 'public', hiddenLocales: null, dueAt, reminded });
  const others = (hiddenLocales ?? []).filter((locale) => locale !== canonicalLocale);
  for (const locale of others) await documents(strapi, resourceUid).publish({ documentId, locale });
  await noteOnListing(strapi, documentId, { standing: 'current' });
}
