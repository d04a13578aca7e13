import type { Core } from '@strapi/strapi';
import { postMail } from '../mail/post-mail';
import type { Verdict } from '../moderation/contract';

interface Undone {
  readonly documentId: string;
  readonly decision: Verdict;
  readonly at: Date;
}

/** Tells a commenter, who was written the contrary, that their comment waits again. Who was told nothing is told nothing. */
export async function tellUndoing(strapi: Core.Strapi, { documentId, decision, at }: Undone): Promise<void> {
  const { email, language, audience } = await strapi.db
    .query('plugin::comments.comment')
    .findOne({ where: { documentId } });
  if (!email || audience === 'remark' || decision === 'spam' || decision === 'asked') return;
  await postMail(strapi, {
    cause: `comment ${documentId} undone ${at.toISOString()}`,
    to: email,
    locale: language,
    write: (say) => ({
      subject: say('mail.comment.undone.subject'),
      parts: [say(`mail.comment.undone.${decision}`)],
    }),
  });
}
