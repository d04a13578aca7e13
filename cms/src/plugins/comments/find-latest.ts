import { createHash } from 'node:crypto';
import { findPagesOf } from '../../lib/find-pages-of';
import type { ReadHandler } from '../../lib/public-routes';
import { everyoneMayRead } from './public-comments';

const LATEST = 50;

interface Row {
  readonly documentId: string;
  readonly target: string;
  readonly author: string;
  readonly text: string;
  readonly language: string;
  readonly sentAt: string;
}

/** The approved comments that were sent last, newest first, each with the page that it is about. */
export const findLatest: ReadHandler = async ({ strapi, tags }) => {
  tags.add('comments.comment').add('pages.map');
  const rows: Row[] = await strapi.db.query('plugin::comments.comment').findMany({
    select: ['documentId', 'target', 'author', 'text', 'language', 'sentAt'],
    where: everyoneMayRead,
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    limit: LATEST,
  });
  const pages = await findPagesOf(
    strapi,
    rows.map(({ target }) => target),
  );
  const comments = rows.flatMap(({ documentId, target, author, text, language, sentAt }) => {
    const about = pages.get(target);
    const comment = { key: keyOf(documentId), author, text, lang: language, sentAt: new Date(sentAt).toISOString() };
    return about ? [{ ...comment, about }] : [];
  });
  return { comments };
};

/** By which a comment is known outside: always the same, and of no use to ask the CMS for it. */
const keyOf = (documentId: string) => createHash('sha256').update(documentId).digest('hex').slice(0, 16);
