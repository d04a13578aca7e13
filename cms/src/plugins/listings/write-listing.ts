import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { resourceUid } from './listing';
import { changedIn, pick } from './merge-revision';
import { changeUpkeep, findUpkeep } from './upkeep';
import { type Revisable, revisableIn, type Values, valuesOf } from './versions';

const populate = { zones: { fields: ['documentId'] }, experiences: true };

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
  const shown = await resources.findOne({ documentId, locale, populate, status: 'published' });
  if (!shown) {
    await resources.update({ documentId, locale, data: values });
    await changeHidden(strapi, documentId, locale, values);
    return;
  }
  const kept = revisableIn(locale);
  const others = kept.filter((name) => !(name in values));
  await publishBeside(strapi, documentId, locale, { ...valuesOf(shown, kept), ...values }, others);
}

/**
 * Publishes some values of a listing in one language. Of the attributes `drafted`, what staff are drafting otherwise stays a draft.
 * Nothing is published in a language whose draft was deleted.
 */
export async function publishBeside(
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
  values: Values,
  drafted: readonly Revisable[] = revisableIn(locale),
): Promise<void> {
  const resources = documents(strapi, resourceUid);
  const draft = await resources.findOne({ documentId, locale, populate, status: 'draft' });
  if (!draft) return;
  const draftValues = valuesOf(draft, drafted);
  await resources.update({ documentId, locale, status: 'published', data: values });
  const unfinished = changedIn(values, draftValues, drafted);
  if (unfinished.length > 0) await resources.update({ documentId, locale, data: pick(draftValues, unfinished) });
}

/** Has a hidden listing come back changed. */
async function changeHidden(strapi: Core.Strapi, documentId: string, locale: string, values: Values): Promise<void> {
  const upkeep = await findUpkeep(strapi, documentId);
  const hidden = upkeep?.hiddenValues?.[locale];
  if (hidden)
    await changeUpkeep(strapi, upkeep, {
      hiddenValues: { ...upkeep.hiddenValues, [locale]: { ...hidden, ...values } },
    });
}
