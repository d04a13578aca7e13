import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { tellCommenter } from '../comments/tell-commenter';
import type { Decision } from '../moderation/contract';
import { findReport } from './report';

const comments = 'plugin::comments.comment';
const reports = 'plugin::reports.report';

/** A report is dealt with. A comment is public no more, and its author is told why; of a listing, only the trace is kept. */
export async function settleReport(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<void> {
  const { subject, cause, decidedBy } = await findReport(strapi, documentId);
  const commentId = commentIn(subject);
  const comment = commentId && (await strapi.db.query(comments).findOne({ where: { documentId: commentId } }));
  if (!comment || comment.state !== 'approved') return;
  const { state, reason: before, decidedBy: author, decidedAt, language } = comment;
  const hidden = { state, reason: before, decidedBy: author, decidedAt };
  await strapi.db.query(reports).update({ where: { documentId }, data: { hidden } });

  const at = new Date();
  const reason = say(language, `report.hidden.${cause}`);
  const data = { state: 'refused', reason, decidedBy, decidedAt: at };
  await documents(strapi, comments).update({ documentId: commentId, data });
  await tellCommenter(strapi, { documentId: commentId, decision: 'refused', reason, at, wasPublic: true });
}

/** Shows again the comment that a decision had hidden. */
export async function unsettleReport(
  strapi: Core.Strapi,
  { documentId, decision }: Pick<Decision, 'decision'> & { documentId: string },
): Promise<void> {
  const { subject, hidden } = await findReport(strapi, documentId);
  const commentId = commentIn(subject);
  if (decision !== 'approved' || !commentId || !hidden) return;
  // Its author may have taken it back meanwhile.
  const isThere = await documents(strapi, comments).findOne({ documentId: commentId });
  if (isThere) await documents(strapi, comments).update({ documentId: commentId, data: hidden });
  await strapi.db.query(reports).update({ where: { documentId }, data: { hidden: null } });
}

/** `commentIn('plugin::comments.comment:abc')` // => 'abc'; undefined for what is no comment */
const commentIn = (subject: string): string | undefined =>
  subject.startsWith(`${comments}:`) ? subject.slice(comments.length + 1) : undefined;
