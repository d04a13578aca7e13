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
 * Hands one mail to the mail server.
 *
 * Never lost, and one to whoever reads it: SMTP has no way to ask a server whether it took a mail (RFC 5321 §4.1.1.4 makes it
 * answer, and the answer may get lost), so a process that ends between the server's word and our note of it must choose between
 * a mail that never leaves and a second copy. It is the copy, under the same Message-ID, by which mailboxes show one (RFC 5322
 * §3.6.4). That moment is one statement long, and as mails leave one after the other there is at most one in it: a process
 * that is killed makes at most one copy. tests/loss.test.ts kills it there.
 * @throws when it may succeed later
 */
export async function sendMail(strapi: Core.Strapi, { documentId }: MailJob): Promise<void> {
  const mails = strapi.db.query('plugin::mail.mail');
  const mail: Mail | null = await mails.findOne({ where: { documentId, state: 'waiting' } });
  if (!mail) return;
  const note = (data: object) =>
    // One statement: update() would read before it writes and after.
    mails.updateMany({ where: { id: mail.id }, data: { attempts: mail.attempts + 1, ...data } });
  const content = unseal(strapi, mail.sealed);
  if (!content) {
    await note({ state: 'failed', problem: 'ENCRYPTION_KEY is not the one that this mail was written under.' });
    return;
  }
  const { headers, ...said } = content;
  try {
    await strapi
      .plugin('email')
      .service('email')
      .send({
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        ...said,
        messageId: messageIdOf(mail),
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language, ...headers },
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
