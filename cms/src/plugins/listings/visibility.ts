import type { Core, Modules } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { canonicalLocale } from '../../lib/locales';
import type { Visibility } from './content-types';
import type { Holding } from './holding';
import { noteOnListing, resourceUid } from './listing';
import type { Whereabouts } from './shapes';
import { changeUpkeep, confirmedOn, findUpkeep, type Upkeep } from './upkeep';
import { readVersion, revisableIn, type Values, valuesOf } from './versions';
import { publishBeside } from './write-listing';

/** Where a listing is. Staff may have taken it off the site themselves, or published it again. */
export function whereaboutsOf({ listing, upkeep }: Pick<Holding, 'listing' | 'upkeep'>): Whereabouts {
  if (listing.isPublic) return 'public';
  return upkeep.visibility === 'public' ? 'withdrawn' : upkeep.visibility;
}

/** Takes a listing off the site, in all its languages, and keeps what readers had of it. */
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
  const hiddenValues: Record<string, Values> = {};
  for (const locale of hiddenLocales)
    hiddenValues[locale] = valuesOf((await readVersion(strapi, documentId, locale))!, revisableIn(locale));
  await changeUpkeep(strapi, upkeep, { visibility, hiddenLocales, hiddenValues });
  for (const locale of hiddenLocales) await documents(strapi, resourceUid).unpublish({ documentId, locale });
}

/** Puts a hidden listing back on the site, as it was: what staff are drafting beside stays a draft. */
export async function showListing(strapi: Core.Strapi, upkeep: Upkeep): Promise<void> {
  await showVersion(strapi, upkeep, canonicalLocale);
  await welcomeBack(strapi, upkeep.listing);
}

async function showVersion(strapi: Core.Strapi, { listing, hiddenValues }: Upkeep, locale: string): Promise<void> {
  const values = hiddenValues?.[locale];
  if (values) await publishBeside(strapi, listing, locale, values);
  // It was hidden before these values were kept.
  else await documents(strapi, resourceUid).publish({ documentId: listing, locale });
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
  const back = { visibility: 'public', hiddenLocales: null, hiddenValues: null } as const;
  await changeUpkeep(strapi, upkeep, { ...back, dueAt, reminded });
  const others = (hiddenLocales ?? []).filter((locale) => locale !== canonicalLocale);
  for (const locale of others) await showVersion(strapi, upkeep, locale);
  await noteOnListing(strapi, documentId, { standing: 'current' });
}
