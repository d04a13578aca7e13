import type { Reader } from '../../lib/reader';
import type { PublicComment } from './shapes';

/** Of everything that is sent at the foot of pages, what everyone may read. A remark that was read is approved too, and private. */
export const everyoneMayRead = { state: 'approved', audience: 'publish' } as const;

/** The approved comments of a page, oldest first. `target` is `<uid>:<documentId>`. */
export async function publicComments(reader: Reader, target: string): Promise<PublicComment[]> {
  reader.tags.add(`comments.comment:${target}`);
  const rows: { author: string; text: string; language: string; sentAt: string }[] = await reader.strapi.db
    .query('plugin::comments.comment')
    .findMany({
      select: ['author', 'text', 'language', 'sentAt'],
      where: { target, ...everyoneMayRead },
      orderBy: { sentAt: 'asc' },
      limit: 200,
    });
  return rows.map(({ author, text, language, sentAt }) => ({
    author,
    text,
    lang: language,
    sentAt: new Date(sentAt).toISOString(),
  }));
}
