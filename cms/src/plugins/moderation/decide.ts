import type { Core } from '@strapi/strapi';
import { Refusal } from '../../lib/refusal';
import { askSender } from './ask-sender';
import type { Decision, ManyDecisions, Outcome } from './contract';
import { findModeratedType, holdItem, refuseUndecidable } from './hold-item';
import { type Moderator, writeEntry } from './journal';
import type { ModeratedType } from './moderated-types';
import { readPublic, withoutPrivate } from './public-fields';
import { readyReasonFor } from './ready-reasons';
import { titleOf } from './describe-item';

/**
 * Decides of one thing that waits, once: what the decision causes, and the trace of who decided, are stored together or not at all.
 * @returns the number of its entry in the journal
 * @throws {Refusal} 404 when there is no such thing, 409 when someone decided before or its sender changed it, 422 when it cannot be decided so
 */
export async function decide(
  strapi: Core.Strapi,
  { uid, documentId, version, decision, fields, ...why }: Decision,
  moderator: Moderator,
): Promise<string> {
  const type = findModeratedType(strapi, uid);
  const subject = { uid, documentId };
  const at = new Date();
  return strapi.db.transaction(async () => {
    const held = await holdItem(strapi, subject);
    refuseUndecidable(held, version);
    const before = await readPublic(strapi, type, documentId);
    if (fields) refuseUnknownParts(type, fields, before !== undefined && decision === 'approved');
    const title = await titleOf(strapi, type, documentId);
    const reason = why.readyReason ? await readyReasonFor(strapi, why.readyReason, subject) : why.reason;

    await strapi.db.query(uid).update({
      where: { id: held.id },
      data: { state: decision, reason: reason || null, decidedBy: moderator.name, decidedAt: at },
    });
    if (decision === 'approved') await type.onApproved?.(strapi, { documentId, fields });
    if (decision === 'asked') await askSender(strapi, subject, { question: reason!, moderator, at });
    await type.onDecided?.(strapi, { documentId, decision, reason, at });

    return writeEntry(strapi, {
      ...subject,
      at,
      moderator,
      title,
      decision,
      reason,
      fields,
      before: withoutPrivate(type, before),
      after: withoutPrivate(type, await readPublic(strapi, type, documentId)),
    });
  });
}

/** Decides the same of many things, each by itself: what became of one says nothing of the others. */
export async function decideMany(
  strapi: Core.Strapi,
  { items, ...verdict }: ManyDecisions,
  moderator: Moderator,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { uid, documentId, version } of items) {
    try {
      outcomes.push({
        uid,
        documentId,
        entry: await decide(strapi, { uid, documentId, version, ...verdict }, moderator),
      });
    } catch (error) {
      outcomes.push({ uid, documentId, problem: problemOf(strapi, error) });
    }
  }
  return outcomes;
}

function problemOf(strapi: Core.Strapi, error: unknown): string {
  const refusal = error instanceof Refusal ? error : new Refusal(500, 'moderation.failed');
  if (refusal !== error) strapi.log.error(error);
  return refusal.toAnswer('fr').error.message;
}

function refuseUnknownParts({ contract, name }: ModeratedType, fields: readonly string[], hasParts: boolean): void {
  const { attributes } = contract.contentTypes[name]!;
  if (!hasParts || !fields.every((field) => field in attributes)) throw new Refusal(422, 'moderation.whole');
}
