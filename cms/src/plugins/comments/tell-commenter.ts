import type { Core } from '@strapi/strapi';
import { postMail } from '../mail/post-mail';
import type { Decision } from '../moderation/contract';
import { addressOf, findWritten, type Written } from './written';

interface Decided extends Pick<Decision, 'decision' | 'reason'> {
  readonly documentId: string;
  readonly at: Date;
  /** A refused one was public, and its author knew it. */
  readonly wasPublic?: boolean;
}

/** Tells a commenter that their comment is public, or why it will not be. A remark calls for no answer, spam for none either. */
export async function tellCommenter(
  strapi: Core.Strapi,
  { documentId, decision, reason, at, wasPublic = false }: Decided,
): Promise<void> {
  const comment = await findWritten(strapi, documentId);
  if (!isTold(comment) || decision === 'spam' || decision === 'asked') return;
  await postMail(strapi, {
    cause: `comment ${documentId} ${decision} ${at.toISOString()}`,
    to: comment.email,
    locale: comment.language,
    write: (say) =>
      decision === 'approved'
        ? {
            subject: say('mail.comment.approved.subject'),
            parts: [
              say('mail.comment.approved.text'),
              { link: addressOf(comment), label: say('mail.comment.approved.link') },
            ],
          }
        : {
            subject: say(`mail.comment.${wasPublic ? 'hidden' : 'refused'}.subject`),
            parts: [say(`mail.comment.${wasPublic ? 'hidden' : 'refused'}.text`), reason ?? ''],
          },
  });
}

const isTold = (comment: Written | null): comment is Written & { email: string } =>
  Boolean(comment?.email) && comment?.audience === 'publish';
