import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { findPageOf } from '../../lib/find-pages-of';
import type { Description } from '../moderation/moderated-types';
import { flagReports } from '../reports/flag-reports';
import { findWritten } from './written';

const uid = 'plugin::comments.comment';

interface Subject {
  readonly documentId: string;
}

/** The page that a comment is about, as long as it is published, and the comment there that it answers. */
export async function describeComment(strapi: Core.Strapi, { documentId }: Subject): Promise<Description> {
  const comment = await findWritten(strapi, documentId);
  const page = comment && (await findPageOf(strapi, comment.target));
  if (!page) return {};
  const { inReplyTo } = comment;
  const answered: { author: string } | null =
    inReplyTo && (await strapi.db.query(uid).findOne({ select: ['author'], where: { publicKey: inReplyTo } }));
  return {
    context: answered
      ? {
          label: say('fr', 'moderation.inReplyTo', { page: page.title, author: answered.author }),
          path: `${page.path}#c-${inReplyTo}`,
        }
      : { label: page.title, path: page.path },
  };
}

/**
 * Why a comment deserves a closer look: links in it, what was taken for spam from the same address, and what visitors said of it
 * when it was public (a decision that is taken back leads here again).
 */
export async function flagComment(strapi: Core.Strapi, { documentId }: Subject): Promise<string[]> {
  const comment = await findWritten(strapi, documentId);
  const { email = null, text = '' } = comment ?? {};
  const links = text.match(/https?:\/\/|www\./gi)?.length ?? 0;
  const spam = email ? await strapi.db.query(uid).count({ where: { email, state: 'spam' } }) : 0;
  return [
    ...(links > 0 ? [say('fr', `moderation.flag.links.${links === 1 ? 'one' : 'other'}`, { count: links })] : []),
    ...(spam > 0 ? [say('fr', 'moderation.flag.spamBefore', { count: spam })] : []),
    ...(await flagReports(strapi, `${uid}:${documentId}`)),
  ];
}

/** The page of the comment that is to be changed, and what visitors said of it. */
export const describeRevision = async (strapi: Core.Strapi, { documentId }: Subject) =>
  describeComment(strapi, { documentId: await commentOf(strapi, documentId) });

export const flagRevision = async (strapi: Core.Strapi, { documentId }: Subject) =>
  flagComment(strapi, { documentId: await commentOf(strapi, documentId) });

async function commentOf(strapi: Core.Strapi, documentId: string): Promise<string> {
  const { comment } = await strapi.db.query('plugin::comments.revision').findOne({ where: { documentId } });
  return comment as string;
}
