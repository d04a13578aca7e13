import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import type { WriteHandler } from '../../lib/public-routes';
import type { ChangeInput, contract } from './contract';
import { findOpen, tellOwn } from './own-comment';
import type { Written } from './written';

/**
 * Keeps what an author wants their comment to say instead, for a moderator to decide: the comment stays as it is, public or
 * waiting. A later change takes the place of an earlier one under another name, so that nobody approves what they have not read.
 */
export const changeOwn: WriteHandler<(typeof contract)['routes']['change']> = (strapi, change: ChangeInput) =>
  strapi.db.transaction(async () => {
    const own = await findOpen(strapi, change.token);
    if (own.comment.state === 'asked') await answerWith(strapi, own.comment, change);
    else await propose(strapi, own.comment, change);
    return tellOwn(strapi, own);
  });

type Wording = Pick<ChangeInput, 'author' | 'text'>;

async function propose(strapi: Core.Strapi, comment: Written, { author, text }: Wording): Promise<void> {
  await strapi.db
    .query('plugin::comments.revision')
    .deleteMany({ where: { comment: comment.documentId, state: 'pending' } });
  if (author === comment.author && text === comment.text) return;
  const { documentId, email, path, language } = comment;
  const data = { author, text, comment: documentId, email, path, language, sentAt: new Date(), state: 'pending' };
  await documents(strapi, 'plugin::comments.revision').create({ data });
}

/** Moderators asked for it: nobody is reading the comment now, and it goes back to them as it is written here. */
async function answerWith(strapi: Core.Strapi, { documentId }: Written, { author, text }: Wording): Promise<void> {
  await documents(strapi, 'plugin::comments.comment').update({ documentId, data: { author, text, state: 'pending' } });
}
