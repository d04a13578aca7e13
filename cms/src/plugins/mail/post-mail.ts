import { fill, type Values } from '@s-tetic/config/words';
import { readEnvironment } from '@s-tetic/config/environment';
import type { Core } from '@strapi/strapi';
import { Reader } from '../../lib/reader';
import { enqueue } from '../jobs/enqueue';
import { findWords } from '../translation/find-words';
import type { MailState } from './contract';
import { seal } from './seal';
import { type Letter, type Part, writeMail } from './write-mail';

/** A sentence of the catalogue, in the language of who will read the mail. */
export type Say = (key: string, values?: Values) => string;

export interface Posting {
  /** What the mail announces, and announces once: a second posting for the same cause does nothing. */
  readonly cause: string;
  readonly to: string;
  /** The language that its reader used on the site. */
  readonly locale: string;
  readonly write: (say: Say) => Letter;
}

/**
 * Posts a mail in the transaction at hand: it leaves once that commits, and only then.
 * Without a mail server it is kept, for administrators to read in the panel.
 */
export async function postMail(strapi: Core.Strapi, { cause, to, locale, write }: Posting): Promise<void> {
  const { words } = await findWords(new Reader(strapi, locale));
  const say: Say = (key, values = {}) => fill(words[key] ?? key, values);
  const letter = write(say);
  const parts = [...letter.parts, ...ending(say, letter.why)];
  const { subject: line, ...content } = writeMail({ ...letter, parts }, locale);
  const state: MailState = leaves() ? 'waiting' : 'kept';

  await strapi.db.transaction(async ({ trx }) => {
    // Whoever posts for the same cause at the same time waits here, then finds it posted.
    await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`mail ${cause}`]);
    const mails = strapi.db.query('plugin::mail.mail');
    if (await mails.findOne({ select: ['id'], where: { cause } })) return;
    const { documentId } = await mails.create({
      data: {
        cause,
        recipient: to,
        language: locale,
        subject: line,
        sealed: seal(strapi, content),
        state,
        attempts: 0,
      },
    });
    if (state === 'waiting') await enqueue('mail.send', { documentId });
  });
}

/** Whether there is a mail server to send with. */
export const leaves = (): boolean => readEnvironment(process.env, 'cms').SMTP_URL !== undefined;

const ending = (say: Say, why?: string): Part[] => [
  say('mail.signature'),
  why ?? say('mail.why', { site: readEnvironment(process.env, 'cms').SITE_URL }),
];
