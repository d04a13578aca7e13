import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { siteAddress } from '../../lib/site-address';
import { makeLink } from '../links/link';
import { postMail } from '../mail/post-mail';
import { findWritten } from './written';

const uid = 'plugin::comments.comment';

/** Mails to the author of a comment, who has just proved their address, a copy of it and the link to change it or take it back. */
export async function acknowledgeComment(
  strapi: Core.Strapi,
  { documentId }: { documentId: string },
): Promise<undefined> {
  const comment = await findWritten(strapi, documentId);
  if (!comment?.email) return;
  const { email, language, author, text, audience } = comment;
  const token = await makeLink(strapi, 'amend', { uid, documentId }, daysFrom(new Date(), retention.commentLink));
  await postMail(strapi, {
    cause: `comment ${documentId} received`,
    to: email,
    locale: language,
    write: (say) => ({
      subject: say('mail.comment.received.subject'),
      parts: [
        say(`mail.comment.received.${audience}`),
        say('mail.comment.received.change', { hours: retention.commentLink * 24 }),
        { link: siteAddress(`/mon-commentaire/${token}`, language), label: say('mail.comment.received.link') },
        say('mail.receipt.copy'),
        { list: [[author, text]] },
      ],
    }),
  });
}
