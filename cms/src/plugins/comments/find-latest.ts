import { findPagesOf } from '../../lib/find-pages-of';
import type { ReadHandler } from '../../lib/public-routes';
import { everyoneMayRead, publicFields, type PublicRow, tellPublic } from './public-comments';

const LATEST = 50;

/** The approved comments that were sent last, newest first, each with the page that it is about. */
export const findLatest: ReadHandler = async ({ strapi, tags }) => {
  tags.add('comments.comment').add('pages.map');
  const rows: (PublicRow & { readonly target: string })[] = await strapi.db.query('plugin::comments.comment').findMany({
    select: [...publicFields, 'target'],
    where: everyoneMayRead,
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    limit: LATEST,
  });
  const pages = await findPagesOf(
    strapi,
    rows.map(({ target }) => target),
  );
  const comments = rows.flatMap((row) => {
    const about = pages.get(row.target);
    return about ? [{ ...tellPublic(row), about }] : [];
  });
  return { comments };
};
