import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';
import { Reader } from '../../lib/reader';
import { Refusal } from '../../lib/refusal';
import type { Subject } from '../links/link';
import { contract } from './contract';
import type { ReadyReason } from './panel';

/** The reasons that staff keep ready and have published, in French. */
export async function listReadyReasons(strapi: Core.Strapi): Promise<ReadyReason[]> {
  const reasons = await new Reader(strapi, canonicalLocale).list(contract, 'reason');
  return reasons.map(({ documentId, title, text }) => ({ documentId, title: String(title), text: String(text) }));
}

/**
 * A reason that is kept ready, in the language of whoever it is told, or else in French.
 * @throws {Refusal} 422 when it is not published
 */
export async function readyReasonFor(
  strapi: Core.Strapi,
  documentId: string,
  { uid, ...subject }: Subject,
): Promise<string> {
  const sent = await strapi.db.query(uid).findOne({ where: { documentId: subject.documentId } });
  const reader = new Reader(strapi, sent?.language ?? canonicalLocale);
  const reason = await reader.one(contract, 'reason', { filters: { documentId } });
  if (!reason) throw new Refusal(422, 'moderation.noReason');
  return String(reason['text']);
}
