import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import type { WriteHandler } from '../../lib/public-routes';
import { siteAddress } from '../../lib/site-address';
import { enqueue } from '../jobs/enqueue';
import { admitSender } from '../limits/admit-sender';
import { findNewestLink, makeLink } from '../links/link';
import { leaves, postMail } from '../mail/post-mail';
import type { contract } from './contract';
import { findTrace, readTrace, type Trace } from './find-personal';
import { subjectOf } from './personal-link';

/** Of whom the data were asked for, and when; of nobody where nothing is kept of the address. */
export interface Asked {
  readonly trace?: Trace;
  readonly locale: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Milliseconds between two mails to one address: whoever presses twice is written to once. */
const pause = 5 * 60_000;

/**
 * Has the link to the data of an address mailed, later, by a job that is made whether something is kept of it or not: the answer
 * and the time that it takes are the same. The job itself holds no address, so that nothing is left of one that is erased.
 */
export const askData: WriteHandler<(typeof contract)['routes']['ask']> = async (strapi, body, sender) => {
  const mail = leaves() ? ('sent' as const) : ('kept' as const);
  const { email, locale, website } = body;
  if (website) return { mail };
  await admitSender(strapi, sender, email, 'data');
  const trace = await findTrace(strapi, email);
  await enqueue('personal-data.mailLink', { trace, locale, at: new Date().toISOString() });
  return { mail };
};

/** The job: makes the link and writes the mail, together. */
export async function mailLink(strapi: Core.Strapi, { trace, locale, at }: Asked): Promise<void> {
  const email = trace && (await readTrace(strapi, trace));
  if (!email) return;
  await strapi.db.transaction(async () => {
    const subject = subjectOf(email);
    const newest = await findNewestLink(strapi, 'data', subject);
    if (newest && newest.createdAt.getTime() > Date.parse(at) - pause) return;
    const token = await makeLink(strapi, 'data', subject, daysFrom(new Date(), retention.personalDataLink));
    await postMail(strapi, {
      cause: `data ${trace.documentId} ${at}`,
      // The address in small letters: of the capitals that it was typed with here and there, none is more right.
      to: subject.documentId,
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
}
