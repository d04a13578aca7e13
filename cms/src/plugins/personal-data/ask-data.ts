import { daysFrom, retention } from '@s-tetic/config/retention';
import type { WriteHandler } from '../../lib/public-routes';
import { siteAddress } from '../../lib/site-address';
import { admitSender } from '../limits/admit-sender';
import { findNewestLink, makeLink } from '../links/link';
import { leaves, postMail } from '../mail/post-mail';
import type { contract } from './contract';
import { findPersonal } from './find-personal';
import { subjectOf } from './personal-link';

/** Milliseconds between two mails to one address: whoever presses twice is written to once. */
const pause = 5 * 60_000;

/**
 * Mails to an address the link to its data. Whoever asks learns nothing: an address of which nothing is kept is not written to,
 * and the answer is the same.
 */
export const askData: WriteHandler<(typeof contract)['routes']['ask']> = async (strapi, body, sender) => {
  const mail = leaves() ? ('sent' as const) : ('kept' as const);
  const { email, locale, website } = body as { email: string; locale: string; website?: string };
  if (website) return { mail };
  await admitSender(strapi, sender, email, 'data');
  const kept = await findPersonal(strapi, email);
  if (kept.length === 0) return { mail };

  const now = new Date();
  await strapi.db.transaction(async () => {
    const subject = subjectOf(email);
    const newest = await findNewestLink(strapi, 'data', subject);
    if (newest && newest.createdAt.getTime() > now.getTime() - pause) return;
    const token = await makeLink(strapi, 'data', subject, daysFrom(now, retention.personalDataLink));
    await postMail(strapi, {
      cause: `data ${email} ${now.toISOString()}`,
      to: email,
      locale,
      write: (say) => ({
        subject: say('mail.data.subject'),
        parts: [
          say('mail.data.text'),
          { link: siteAddress(`/mes-donnees/${token}`, locale), label: say('mail.data.link') },
          say('mail.data.limits', { hours: retention.personalDataLink * 24 }),
        ],
      }),
    });
  });
  return { mail };
};
