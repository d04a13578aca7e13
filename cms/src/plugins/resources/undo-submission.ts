import { documents } from '../../lib/documents';
import { forgetIdleOwners } from '../listings/owner';
import { removeUpkeep } from '../listings/upkeep';
import { postMail } from '../mail/post-mail';
import type { ModeratedType } from '../moderation/moderated-types';

/** Takes a listing off the site again when its approval is taken back; its draft stays, for who approves it once more. */
export const undoSubmission: NonNullable<ModeratedType['onUndone']> = async (strapi, { documentId, decision, at }) => {
  const { listing, email, language, reference } = await strapi.db
    .query('plugin::resources.submission')
    .findOne({ where: { documentId } });
  if (decision === 'approved' && listing) {
    await documents(strapi, 'plugin::resources.resource').unpublish({ documentId: listing, locale: '*' });
    await removeUpkeep(strapi, listing);
    await forgetIdleOwners(strapi);
  }
  if (decision !== 'approved' && decision !== 'refused') return;
  await postMail(strapi, {
    cause: `submission ${documentId} undone ${at.toISOString()}`,
    to: email,
    locale: language,
    write: (say) => ({
      subject: say('mail.listing.undone.subject', { reference }),
      parts: [say('mail.listing.undone.text', { reference })],
    }),
  });
};
