import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { siteAddress } from '../../lib/site-address';
import { findNewestLink, makeLink, type Subject } from '../links/link';
import { leaves, postMail } from '../mail/post-mail';
import type { Mailing } from './contract';

export interface Sender {
  readonly email: string;
  readonly locale: string;
}

/** Milliseconds between two mails about the same thing: whoever presses twice is written to once. */
const pause = 5 * 60_000;

/**
 * Writes to whoever sent something, for them to confirm that the address is theirs. The mail holds nothing that was typed:
 * the form cannot be used to write to others.
 */
export async function askProof(strapi: Core.Strapi, subject: Subject, { email, locale }: Sender): Promise<Mailing> {
  const now = new Date();
  const mail: Mailing = leaves() ? 'sent' : 'kept';
  await strapi.db.transaction(async () => {
    const newest = await findNewestLink(strapi, 'confirm', subject);
    if (newest && newest.createdAt.getTime() > now.getTime() - pause) return;
    const token = await makeLink(strapi, 'confirm', subject, daysFrom(now, retention.confirmationLink));
    const address = siteAddress(`/confirmer/${token}`, locale);
    await postMail(strapi, {
      cause: `proof ${subject.documentId} ${now.toISOString()}`,
      to: email,
      locale,
      write: (say) => ({
        subject: say('mail.proof.subject'),
        parts: [
          say('mail.proof.text'),
          { link: address, label: say('mail.proof.link') },
          say('mail.proof.limits', { days: retention.confirmationLink, kept: retention.unconfirmed }),
        ],
      }),
    });
  });
  return mail;
}
