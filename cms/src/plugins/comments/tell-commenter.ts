import { readEnvironment } from '@s-tetic/config/environment';
import type { Core } from '@strapi/strapi';
import { localizedPath } from '../../lib/localized-path';
import { postMail } from '../mail/post-mail';
import type { Decision } from '../moderation/contract';

interface Decided extends Pick<Decision, 'decision' | 'reason'> {
  readonly documentId: string;
  readonly at: Date;
}

/** Tells a commenter that their comment is public, or why it will not be. A remark calls for no answer, spam for none either. */
export async function tellCommenter(strapi: Core.Strapi, { documentId, decision, reason, at }: Decided): Promise<void> {
  const { email, language, path, audience } = await strapi.db
    .query('plugin::comments.comment')
    .findOne({ where: { documentId } });
  if (!email || audience === 'remark' || decision === 'spam' || decision === 'asked') return;
  const address = `${readEnvironment(process.env, 'cms').SITE_URL}${localizedPath(path, language)}#commentaires`;
  await postMail(strapi, {
    cause: `comment ${documentId} ${decision} ${at.toISOString()}`,
    to: email,
    locale: language,
    write: (say) =>
      decision === 'approved'
        ? {
            subject: say('mail.comment.approved.subject'),
            parts: [say('mail.comment.approved.text'), { link: address, label: say('mail.comment.approved.link') }],
          }
        : {
            subject: say('mail.comment.refused.subject'),
            parts: [say('mail.comment.refused.text'), reason ?? ''],
          },
  });
}
