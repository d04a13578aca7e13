import { contract, type FormPage } from '@s-tetic/cms/contracts/resources';
import { isCmsUnavailable } from '../../lib/failure.ts';
import type { Visit } from '../../lib/visit.ts';

/** The last form of each language that the CMS answered with. */
const lastKnown = new Map<string, FormPage>();

/**
 * What the form is drawn with. Somebody who just posted one must find it again with what they typed, even when the CMS went
 * away meanwhile: the last form known is then shown.
 * @returns undefined when the form is not published
 * @throws CmsUnavailable when the CMS is away and no form is known in that language
 */
export async function findForm(visit: Visit, { posted }: { readonly posted: boolean }): Promise<FormPage | undefined> {
  try {
    const found = await visit.read(contract, 'form');
    if (found) lastKnown.set(visit.locale, found);
    return found;
  } catch (error) {
    const known = lastKnown.get(visit.locale);
    if (posted && known && isCmsUnavailable(error)) return known;
    throw error;
  }
}
