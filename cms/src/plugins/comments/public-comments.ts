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

/** The approved comments of a page, oldest first, each with the answers to it. `target` is `<uid>:<documentId>`. */
export async function publicComments(reader: Reader, target: string): Promise<PublicThread[]> {
  reader.tags.add(`comments.comment:${target}`);
  const rows: PublicRow[] = await reader.strapi.db.query('plugin::comments.comment').findMany({
    select: [...publicFields],
    where: { target, ...everyoneMayRead },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    limit: 200,
  });
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
