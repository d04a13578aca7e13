import type { Core } from '@strapi/strapi';
import { Refusal } from '../../lib/refusal';
import type { Verdict } from './contract';
import { findModeratedType, holdItem, type Held } from './hold-item';
import { columns, findEntriesOf, type Moderator, type StoredEntry, writeEntry } from './journal';
import type { ModeratedType } from './moderated-types';
import { readPublic, withoutPrivate } from './public-fields';

/**
 * Takes back a decision of the journal: what it decided of waits again, and that it was taken back is an entry too.
 * @returns the number of that entry
 * @throws {Refusal} 404 when there is no such entry or its document is erased, 409 when it cannot be undone any more, and who undid it
 */
export async function undo(strapi: Core.Strapi, id: string, moderator: Moderator): Promise<string> {
  const { uid, document_id: documentId, title, ...undone } = await findEntry(strapi, id);
  const type = findModeratedType(strapi, uid);
  const at = new Date();
  return strapi.db.transaction(async () => {
    const held = await holdItem(strapi, { uid, documentId });
    // Read once the item is held: nobody adds an entry about it from here on.
    refuseFinal(type, id, held, await findEntriesOf(strapi, { uid, documentId }));
    const decision = undone.decision as Verdict;
    const before = await readPublic(strapi, type, documentId);
    await strapi.db.query(uid).update({
      where: { id: held.id },
      data: { state: 'pending', reason: null, decidedBy: null, decidedAt: null },
    });
    await type.onUndone?.(strapi, { documentId, decision, at });
    return writeEntry(strapi, {
      uid,
      documentId,
      at,
      moderator,
      title: title ?? '',
      decision: 'undone',
      before: withoutPrivate(type, before),
      after: withoutPrivate(type, await readPublic(strapi, type, documentId)),
      undoes: id,
    });
  });
}

async function findEntry(strapi: Core.Strapi, id: string): Promise<StoredEntry> {
  const { rows } = /^\d{1,18}$/.test(id)
    ? await strapi.db.connection.raw(`SELECT ${columns} FROM moderation.journal e WHERE e.id = ?`, [id])
    : { rows: [] };
  const [entry] = rows as StoredEntry[];
  if (!entry) throw new Refusal(404, 'moderation.unknown');
  return entry;
}

function refuseFinal(type: ModeratedType, id: string, held: Held, entries: readonly StoredEntry[]): void {
  const [last] = entries.filter(({ decision }) => decision !== 'faq');
  if (last?.id !== id && last?.decision === 'undone') throw new Refusal(409, 'moderation.undone', { who: last.who });
  if (last?.id !== id || held.state !== last.decision) throw new Refusal(409, 'moderation.moved');
  if (!isReversible(type, last.decision)) throw new Refusal(409, 'moderation.final');
}

/** Whether a decision can be taken back: what an approval did beyond its own row is undone by its feature alone. */
export const isReversible = ({ onApproved, onUndone }: ModeratedType, decision: string): boolean =>
  decision !== 'approved' || onApproved === undefined || onUndone !== undefined;
