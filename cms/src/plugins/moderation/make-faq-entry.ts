import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { canonicalLocale } from '../../lib/locales';
import { Refusal } from '../../lib/refusal';
import type { Subject } from '../links/link';
import { titleOf } from './describe-item';
import { findModeratedType, holdItem } from './hold-item';
import { findEntriesOf, type Moderator, writeEntry } from './journal';

const faq = 'plugin::faq.entry';

/**
 * Drafts a question of the FAQ from what somebody wrote, once: asked again, it leads to the same draft as long as that is there.
 * What was written still waits for its own decision.
 * @returns the document of the draft
 * @throws {Refusal} 404 when there is no such thing, 422 when its type gives no questions
 */
export async function makeFaqEntry(
  strapi: Core.Strapi,
  { uid, documentId }: Subject,
  moderator: Moderator,
): Promise<string> {
  const type = findModeratedType(strapi, uid);
  if (!type.asQuestion) throw new Refusal(422, 'moderation.noQuestion');
  return strapi.db.transaction(async () => {
    const held = await holdItem(strapi, { uid, documentId });
    if (held.state === 'unconfirmed') throw new Refusal(409, 'moderation.unconfirmed');
    const made = await findMade(strapi, { uid, documentId });
    if (made) return made;
    const data = await type.asQuestion!(strapi, { documentId });
    const draft = await documents(strapi, faq).create({ locale: canonicalLocale, data });
    await writeEntry(strapi, {
      uid,
      documentId,
      at: new Date(),
      moderator,
      title: await titleOf(strapi, type, documentId),
      decision: 'faq',
      after: { entry: draft.documentId, question: data.question },
    });
    return draft.documentId;
  });
}

async function findMade(strapi: Core.Strapi, subject: Subject): Promise<string | undefined> {
  const entries = await findEntriesOf(strapi, subject);
  const made = entries
    .filter(({ decision, after }) => decision === 'faq' && after)
    .map(({ after }) => JSON.parse(after!).entry as string);
  for (const documentId of made) {
    if (await documents(strapi, faq).findOne({ documentId, locale: canonicalLocale })) return documentId;
  }
  return undefined;
}
