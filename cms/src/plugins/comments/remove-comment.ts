import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { eraseLinksOf } from '../links/link';
import { eraseEntriesOf, eraseFromJournal } from '../moderation/journal';

const uid = 'plugin::comments.comment';
const revisionUid = 'plugin::comments.revision';
const reportUid = 'plugin::reports.report';

/** Removes a comment and all that hangs on it but the answers of others, which keep its place. In the transaction at hand. */
export async function removeComment(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<void> {
  const revisions = await documents(strapi, revisionUid).findMany({
    filters: { comment: documentId },
    fields: ['documentId'],
  });
  for (const revision of revisions) {
    await eraseFromJournal(strapi, { uid: revisionUid, documentId: revision.documentId });
    await documents(strapi, revisionUid).delete({ documentId: revision.documentId });
  }
  await forgetAuthorInReports(strapi, documentId);
  await eraseLinksOf(strapi, { uid, documentId });
  await eraseFromJournal(strapi, { uid, documentId });
  await documents(strapi, uid).delete({ documentId });
}

/** What was reported of it stays on record, and that it was decided of, without the name of who wrote it. */
async function forgetAuthorInReports(strapi: Core.Strapi, comment: string): Promise<void> {
  const where = { subject: `${uid}:${comment}` };
  const reports: { documentId: string }[] = await strapi.db
    .query(reportUid)
    .findMany({ select: ['documentId'], where });
  for (const { documentId } of reports) await eraseEntriesOf(strapi, { uid: reportUid, documentId });
  await strapi.db.query(reportUid).updateMany({ where, data: { name: say('fr', 'comment.gone') } });
}
