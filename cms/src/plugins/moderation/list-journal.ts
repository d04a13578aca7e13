import type { Core } from '@strapi/strapi';
import { diffTexts } from './diff-texts';
import { columns, type StoredEntry } from './journal';
import { moderatedTypes, type ModeratedType } from './moderated-types';
import type { Entry, Journal } from './panel';
import { sentAttributes, type Values } from './public-fields';
import { tellValue } from './tell-value';
import { isReversible } from './undo';

const pageSize = 25;

export interface JournalQuery {
  /** Counted from 1. */
  readonly page: number;
  readonly uid?: string | undefined;
  /** The number of a user of the panel. */
  readonly who?: number | undefined;
}

interface Listed extends StoredEntry {
  /** Whether nothing was decided of the same document since. */
  readonly is_last: boolean;
}

/** The decisions that were taken, newest first, a page at a time. */
export async function listJournal(strapi: Core.Strapi, { page, uid, who }: JournalQuery): Promise<Journal> {
  const types = new Map(moderatedTypes(strapi).map((type) => [type.uid, type]));
  const where = '(?::text IS NULL OR e.uid = ?) AND (?::int IS NULL OR e.who_id = ?)';
  const filters = [uid ?? null, uid ?? null, who ?? null, who ?? null];
  const ask = async <Answer>(sql: string, bindings: readonly unknown[] = []) =>
    (await strapi.db.connection.raw(sql, bindings as never)).rows as Answer[];
  const [entries, counted, people] = await Promise.all([
    ask<Listed>(
      `SELECT ${columns}, NOT EXISTS (
        SELECT FROM moderation.journal later
        WHERE later.uid = e.uid AND later.document_id = e.document_id AND later.id > e.id AND later.decision <> 'faq') AS is_last
      FROM moderation.journal e WHERE ${where} ORDER BY e.id DESC LIMIT ? OFFSET ?`,
      [...filters, pageSize, (page - 1) * pageSize],
    ),
    ask<{ total: number }>(`SELECT count(*)::int AS total FROM moderation.journal e WHERE ${where}`, filters),
    ask<{ id: number; name: string }>(
      `SELECT DISTINCT ON (who_id) who_id AS id, who AS name FROM moderation.journal ORDER BY who_id, id DESC`,
    ),
  ]);
  const states = await findStates(strapi, entries);
  return {
    entries: entries.map((entry) => tellEntry(types.get(entry.uid), entry, states.get(entry.document_id))),
    total: counted[0]!.total,
    pageSize,
    people: people.sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    kinds: [...types.values()].map((type) => ({ uid: type.uid, kind: kindOf(type, type.uid) })),
  };
}

/** Where the documents of some entries stand, by their ids. */
async function findStates(strapi: Core.Strapi, entries: readonly StoredEntry[]): Promise<ReadonlyMap<string, string>> {
  const known = [...Map.groupBy(entries, ({ uid }) => uid)].filter(([uid]) => strapi.contentTypes[uid as never]);
  const rows = await Promise.all(
    known.map(async ([uid, group]): Promise<{ documentId: string; state: string }[]> =>
      strapi.db.query(uid).findMany({
        select: ['documentId', 'state'],
        where: { documentId: { $in: group.map((entry) => entry.document_id) } },
      }),
    ),
  );
  return new Map(rows.flat().map(({ documentId, state }) => [documentId, state]));
}

function tellEntry(type: ModeratedType | undefined, entry: Listed, state: string | undefined): Entry {
  const fields: string[] | undefined = entry.fields ? JSON.parse(entry.fields) : undefined;
  const labels = new Map(type ? sentAttributes(type).map(([name, { label }]) => [name, label]) : []);
  return {
    id: entry.id,
    at: new Date(entry.at).toISOString(),
    who: entry.who,
    uid: entry.uid,
    documentId: entry.document_id,
    kind: kindOf(type, entry.uid),
    ...(entry.title !== null && { title: entry.title }),
    decision: entry.decision,
    ...(entry.reason && { reason: entry.reason }),
    ...(fields && { fields: fields.map((field) => labels.get(field) ?? field) }),
    changes: type ? changesOf(type, entry) : [],
    isErased: entry.title === null,
    canBeUndone: type !== undefined && entry.is_last && state === entry.decision && isReversible(type, entry.decision),
  };
}

function changesOf(type: ModeratedType, { before, after }: StoredEntry): Entry['changes'] {
  const values = (json: string | null): Values => (json ? JSON.parse(json) : {});
  return sentAttributes(type).flatMap(([name, attribute]) => {
    const [old, current] = [before, after].map((json) => tellValue(attribute, values(json)[name]));
    const changes = diffTexts(old!, current!);
    return changes.length > 0 ? [{ label: attribute.label, changes }] : [];
  });
}

const kindOf = (type: ModeratedType | undefined, uid: string): string =>
  type?.contract.contentTypes[type.name]!.singular ?? uid;
