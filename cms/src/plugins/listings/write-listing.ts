import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { canonicalLocale } from '../../lib/locales';
import { resourceUid } from './listing';
import { changedIn, pick } from './merge-revision';
import { type Revisable, revisable, texts, type Values, valuesOf } from './versions';

/**
 * Changes some attributes of what is public of a listing in one language. What staff are drafting beside stays a draft;
 * a hidden listing changes where it is hidden.
 */
export async function writeListing(
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
  values: Values,
): Promise<void> {
  const resources = documents(strapi, resourceUid);
  const asked = { documentId, locale, populate: { zones: { fields: ['documentId'] }, experiences: true } };
  const shown = await resources.findOne({ ...asked, status: 'published' });
  if (!shown) {
    await resources.update({ documentId, locale, data: values });
    return;
  }
  const draft = await resources.findOne({ ...asked, status: 'draft' });
  const kept: readonly Revisable[] = locale === canonicalLocale ? revisable : texts;
  const others = kept.filter((name) => !(name in values));
  const shownValues = valuesOf(shown, kept);
  await resources.update({ documentId, locale, status: 'published', data: { ...shownValues, ...values } });

  const draftValues = draft ? valuesOf(draft, kept) : shownValues;
  const unfinished = changedIn(shownValues, draftValues, others);
  if (unfinished.length > 0) await resources.update({ documentId, locale, data: pick(draftValues, unfinished) });
}
