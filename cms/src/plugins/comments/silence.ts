import type { WriteHandler } from '../../lib/public-routes';
import { findLink } from '../links/link';
import type { contract } from './contract';

/**
 * Writes no more about answers to the address that a mail was sent to, whatever comment it was about. Saying it again is
 * answered alike, and so is whoever comes late: somebody who wants silence gets it.
 */
export const silenceReplies: WriteHandler<(typeof contract)['routes']['silence']> = async (strapi, { token }) => {
  const comments = strapi.db.query('plugin::comments.comment');
  const link = await findLink(strapi, 'silence', token);
  const comment: { email: string | null } | null =
    link && (await comments.findOne({ select: ['email'], where: { documentId: link.subject.documentId } }));
  if (!comment?.email) return { state: 'unknown' };
  await comments.updateMany({ where: { email: { $eqi: comment.email } }, data: { wantsReplies: false } });
  return { state: 'silent' };
};
