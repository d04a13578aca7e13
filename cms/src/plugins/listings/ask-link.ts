import { retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import type { WriteHandler } from '../../lib/public-routes';
import { enqueue } from '../jobs/enqueue';
import { findNewestLink } from '../links/link';
import { admitSender } from '../limits/admit-sender';
import { leaves, postMail } from '../mail/post-mail';
import type { contract } from './contract';
import { ownerUid } from './holding';
import { makeManagementAddress } from './mail-link';
import { findOwner, readOwner } from './owner';

/** Who asked for their link, and when; nobody where the address manages nothing. */
export interface Asked {
  readonly owner?: string;
  readonly locale: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Milliseconds between two such mails: whoever presses twice is written to once. */
const pause = 5 * 60_000;

/**
 * Has the link mailed, later, by a job that is made whether the address is known or not: the answer and the time that it
 * takes are the same. Of an address that is not known nothing is kept.
 */
export const askLink: WriteHandler<(typeof contract)['routes']['ask']> = async (
  strapi,
  { email, locale, nickname },
  sender,
) => {
  const mail = leaves() ? 'sent' : 'kept';
  // Whatever filled the field that people do not see is told what people are told.
  if (nickname) return { mail };
  await admitSender(strapi, sender, email, 'manage');
  const owner = await findOwner(strapi, email);
  await enqueue('listings.mailLink', { owner: owner?.documentId, locale, at: new Date().toISOString() });
  return { mail };
};

/** The job: makes the link and writes the mail, together. */
export async function mailLink(strapi: Core.Strapi, { owner: documentId, locale, at }: Asked): Promise<void> {
  if (documentId === undefined) return;
  await strapi.db.transaction(async () => {
    const owner = await readOwner(strapi, documentId);
    const newest = await findNewestLink(strapi, 'manage', { uid: ownerUid, documentId });
    if (!owner || (newest && newest.createdAt.getTime() > Date.parse(at) - pause)) return;
    const address = await makeManagementAddress(strapi, { documentId, language: locale }, retention.managementLink);
    await postMail(strapi, {
      cause: `manage ${documentId} ${at}`,
      to: owner.email,
      locale,
      write: (say) => ({
        subject: say('mail.manage.subject'),
        parts: [
          say('mail.manage.text'),
          { link: address, label: say('mail.manage.link') },
          say('mail.manage.limits', { days: retention.managementLink }),
        ],
      }),
    });
  });
}
