import type { Core } from '@strapi/strapi';
import { siteAddress } from '../../lib/site-address';
import { postMail } from '../mail/post-mail';
import type { Decision } from '../moderation/contract';
import { findListingPath } from './find-listing-path';

interface Decided extends Pick<Decision, 'decision' | 'reason'> {
  readonly documentId: string;
  readonly at: Date;
}

/** Tells a provider that their listing is public and where, or why it will not be. Spam calls for no answer. */
export async function tellProvider(strapi: Core.Strapi, { documentId, decision, reason, at }: Decided): Promise<void> {
  if (decision === 'spam' || decision === 'asked') return;
  const { email, language, reference, listing } = await strapi.db
    .query('plugin::resources.submission')
    .findOne({ where: { documentId } });
  const path = listing && (await findListingPath(strapi, listing));
  const posting = { cause: `submission ${documentId} ${decision} ${at.toISOString()}`, to: email, locale: language };
  if (path) {
    const address = siteAddress(path, language);
    return postMail(strapi, {
      ...posting,
      write: (say) => ({
        subject: say('mail.listing.approved.subject', { reference }),
        parts: [
          say('mail.listing.approved.text'),
          { link: address, label: say('mail.listing.approved.link') },
          say('mail.listing.manage'),
          { link: siteAddress('/ressources/gerer', language), label: say('mail.manage.link') },
        ],
      }),
    });
  }
  return postMail(strapi, {
    ...posting,
    write: (say) => ({
      subject: say('mail.listing.refused.subject', { reference }),
      parts: [say('mail.listing.refused.text', { reference }), reason ?? ''],
    }),
  });
}
