import { findPageAt } from '../../lib/find-page-at';
import { findPageOf } from '../../lib/find-pages-of';
import type { ReadHandler } from '../../lib/public-routes';
import type { contract } from './contract';
import { everyoneMayRead, publicFields, type PublicRow, tellPublic } from './public-comments';

const LATEST = 50;

/** The approved comments of the page at a path that were sent last, newest first; nothing for a path that is no page. */
export const findPageComments: ReadHandler<(typeof contract)['routes']['page']> = async (
  { strapi, tags },
  { query: { path } },
) => {
  // A page may come to be at this path later, or change its title.
  tags.add('pages.map');
  const target = await findPageAt(strapi, path);
  const about = target && (await findPageOf(strapi, target));
  if (!about) return undefined;
  tags.add(`comments.comment:${target}`);
  const rows: PublicRow[] = await strapi.db.query('plugin::comments.comment').findMany({
    select: [...publicFields],
    where: { target, ...everyoneMayRead },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    limit: LATEST,
  });
  return { about, comments: rows.map(tellPublic) };
};
