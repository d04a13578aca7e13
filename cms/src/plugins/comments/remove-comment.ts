import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { eraseLinksOf } from '../links/link';
import { eraseFromJournal } from '../moderation/journal';

const uid = 'plugin::comments.comment';
const revisionUid = 'plugin::comments.revision';

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
  // What was reported of it stays on record, without the name of who wrote it.
  await strapi.db
    .query('plugin::reports.report')
    .updateMany({ where: { subject: `${uid}:${documentId}` }, data: { name: say('fr', 'comment.gone') } });
  await eraseLinksOf(strapi, { uid, documentId });
  await eraseFromJournal(strapi, { uid, documentId });
  await documents(strapi, uid).delete({ documentId });
}
