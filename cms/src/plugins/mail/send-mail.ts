import { readEnvironment } from '@s-tetic/config/environment';
import type { Core } from '@strapi/strapi';
import { unseal } from './seal';

interface Mail {
  readonly id: number;
  readonly documentId: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly sealed: string;
  readonly attempts: number;
}

export interface MailJob {
  readonly documentId: string;
}

/**
 * Hands one mail to the mail server. Tried again, it bears the same Message-ID: should the server have taken it just
 * before the process ended, what receives it can tell that it is the same.
 * @throws when it may succeed later
 */
export async function sendMail(strapi: Core.Strapi, { documentId }: MailJob): Promise<void> {
  const mails = strapi.db.query('plugin::mail.mail');
  const mail: Mail | null = await mails.findOne({ where: { documentId, state: 'waiting' } });
  if (!mail) return;
  const note = (data: object) =>
    mails.update({ where: { id: mail.id }, data: { attempts: mail.attempts + 1, ...data } });
  const content = unseal(strapi, mail.sealed);
  if (!content) {
    await note({ state: 'failed', problem: 'ENCRYPTION_KEY is not the one that this mail was written under.' });
    return;
  }
  try {
    await strapi
      .plugin('email')
      .service('email')
      .send({
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        ...content,
        messageId: messageIdOf(mail),
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      });
  } catch (error) {
    const problem = String(error);
    await note({ problem, ...(isRefusedForGood(error) && { state: 'failed' }) });
    if (isRefusedForGood(error)) return;
    throw error;
  }
  await note({ state: 'sent', sentAt: new Date(), sealed: null, problem: null });
}

/** The dead letter of a mail that was tried for days: staff see it in the panel. */
export async function giveUpMail(strapi: Core.Strapi, { documentId }: MailJob): Promise<void> {
  await strapi.db
    .query('plugin::mail.mail')
    .update({ where: { documentId, state: 'waiting' }, data: { state: 'failed' } });
}

const messageIdOf = ({ documentId }: Mail): string =>
  `<${documentId}@${new URL(readEnvironment(process.env, 'cms').SITE_URL).hostname}>`;

/** Whether the server knows that this address will never do (RFC 5321 §4.2.1): 5yz in answer to the envelope. */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return code === 'EENVELOPE' && responseCode >= 500;
}
