import { findPageOf } from '../../lib/find-pages-of';
import type { ReadHandler } from '../../lib/public-routes';
import { everyoneMayRead, publicFields, type PublicRow, tellPublic } from './public-comments';

/** One approved comment by its key, and the page that it is about. */
export const findComment: ReadHandler = async ({ strapi, tags }, { params }) => {
  tags.add('comments.comment').add('pages.map');
  const row: (PublicRow & { readonly target: string }) | null = await strapi.db
    .query('plugin::comments.comment')
    .findOne({ select: [...publicFields, 'target'], where: { publicKey: params['key'], ...everyoneMayRead } });
  const about = row && (await findPageOf(strapi, row.target));
  return about ? { comment: tellPublic(row), about, mayReply: !row.inReplyTo } : undefined;
};
