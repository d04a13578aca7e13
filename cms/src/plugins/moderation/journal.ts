import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';
import type { Subject } from '../links/link';
import type { Deed } from './panel';
import type { Values } from './public-fields';

/** A person of the panel who decides. Their name is kept with what they decided, as it was then. */
export interface Moderator {
  readonly id: number;
  readonly name: string;
}

/** Who decides what follows from a rule: no account of the panel has that number. */
export const theProduct = (): Moderator => ({ id: 0, name: say(canonicalLocale, 'moderation.byRule') });

export interface NewEntry extends Subject {
  readonly at: Date;
  readonly moderator: Moderator;
  readonly title: string;
  readonly decision: Deed;
  readonly reason?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  /** What was public before, and after: without anything private. */
  readonly before?: Values | undefined;
  readonly after?: Values | undefined;
  /** The entry that it takes back. */
  readonly undoes?: string | undefined;
}

/** An entry as the database has it. */
export interface StoredEntry {
  readonly id: string;
  readonly at: Date;
  readonly who_id: number;
  readonly who: string;
  readonly uid: string;
  readonly document_id: string;
  readonly title: string | null;
  readonly decision: Deed;
  readonly reason: string | null;
  /** JSON, as the three below. */
  readonly fields: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The columns of an entry, in the forms that StoredEntry promises whatever the parsers of this process. */
export const columns =
  'e.id::text, e.at, e.who_id, e.who, e.uid, e.document_id, e.title, e.decision, e.reason, e.fields::text, e.before::text, e.after::text';

/** Adds an entry in the transaction at hand. @returns its number */
export async function writeEntry(strapi: Core.Strapi, entry: NewEntry): Promise<string> {
  const { at, moderator, uid, documentId, title, decision, reason, fields, before, after, undoes } = entry;
  return strapi.db.transaction(async ({ trx }) => {
    const { rows } = await trx.raw(
      `INSERT INTO moderation.journal (at, who_id, who, uid, document_id, title, decision, reason, fields, before, after, undoes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id::text`,
      [
        at,
        moderator.id,
        moderator.name,
        uid,
        documentId,
        title,
        decision,
        reason ?? null,
        jsonOf(fields),
        jsonOf(before),
        jsonOf(after),
        undoes ?? null,
      ] as never,
    );
    const [{ id }] = rows as [{ id: string }];
    return id;
  });
}

/** The entries of one document, the newest first. */
export async function findEntriesOf(strapi: Core.Strapi, { uid, documentId }: Subject): Promise<StoredEntry[]> {
  return strapi.db.transaction(async ({ trx }) => {
    const { rows } = await trx.raw(
      `SELECT ${columns} FROM moderation.journal e WHERE e.uid = ? AND e.document_id = ? ORDER BY e.id DESC`,
      [uid, documentId],
    );
    return rows as StoredEntry[];
  });
}

/**
 * Takes out of the journal what a person wrote, who asks for it, and what they were asked and answered:
 * that somebody decided something, and when, stays. Joins the transaction at hand.
 */
export async function eraseFromJournal(strapi: Core.Strapi, { uid, documentId }: Subject): Promise<void> {
  await strapi.db.transaction(async () => {
    await eraseEntriesOf(strapi, { uid, documentId });
    await strapi.db.query('plugin::moderation.question').deleteMany({ where: { uid, subject: documentId } });
  });
}

/**
 * Takes the words out of the entries of one document, which tell of a person beside the one who sent it: what the sender was
 * asked and answered stays theirs. Joins the transaction at hand.
 */
export async function eraseEntriesOf(strapi: Core.Strapi, { uid, documentId }: Subject): Promise<void> {
  await strapi.db.transaction(({ trx }) =>
    trx.raw(
      `UPDATE moderation.journal SET title = NULL, reason = NULL, before = NULL, after = NULL WHERE uid = ? AND document_id = ?`,
      [uid, documentId],
    ),
  );
}

const jsonOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
