import type { Reader } from '../../lib/reader';
import type { PublicComment, PublicThread } from './shapes';
import { threadsOf } from './threads';

/** Of everything that is sent at the foot of pages, what everyone may read. A remark that was read is approved too, and private. */
export const everyoneMayRead = { state: 'approved', audience: 'publish' } as const;

/** The attributes that a public comment is made of. */
export const publicFields = ['publicKey', 'inReplyTo', 'isStaff', 'author', 'text', 'language', 'sentAt'] as const;

export interface PublicRow {
  readonly publicKey: string;
  readonly inReplyTo: string | null;
  readonly isStaff: boolean | null;
  readonly author: string;
  readonly text: string;
  readonly language: string;
  readonly sentAt: string;
}

const atMost = 200;

/**
 * The approved comments of a page that were sent last, 200 at most with their answers, oldest first, and what those answers answer.
 * `target` is `<uid>:<documentId>`.
 */
export async function publicComments(reader: Reader, target: string): Promise<PublicThread[]> {
  reader.tags.add(`comments.comment:${target}`);
  const find = (where: object): Promise<PublicRow[]> =>
    reader.strapi.db.query('plugin::comments.comment').findMany({
      select: [...publicFields],
      where: { target, ...everyoneMayRead, ...where },
      orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
      limit: atMost,
    });
  const latest = await find({});
  const found = new Set(latest.map(({ publicKey }) => publicKey));
  const older = latest.flatMap(({ inReplyTo }) => (inReplyTo && !found.has(inReplyTo) ? inReplyTo : []));
  const answered = latest.length < atMost || older.length === 0 ? [] : await find({ publicKey: { $in: older } });
  const rows = [...latest, ...answered].reverse();
  return threadsOf(rows.map((row) => ({ ...tellPublic(row), inReplyTo: row.inReplyTo ?? undefined })));
}

export const tellPublic = ({ publicKey, author, text, language, sentAt, isStaff }: PublicRow): PublicComment => ({
  key: publicKey,
  author,
  text,
  lang: language,
  sentAt: new Date(sentAt).toISOString(),
  ...(isStaff && { isStaff: true }),
});
