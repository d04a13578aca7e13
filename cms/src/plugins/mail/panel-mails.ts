import type { Core } from '@strapi/strapi';
import { Refusal } from '../../lib/refusal';
import { answering, type Context } from '../../lib/public-routes';
import { enqueue } from '../jobs/enqueue';
import type { MailList, MailSummary, MailText } from './contract';
import { leaves } from './post-mail';
import { unseal } from './seal';

const atMost = 100;

/** What the site wrote: first what failed, then the newest. What mails say is another right. */
export async function listMails(strapi: Core.Strapi): Promise<MailList> {
  const [failed, others] = await Promise.all([
    findMails(strapi, { state: 'failed' }),
    findMails(strapi, { state: { $ne: 'failed' } }),
  ]);
  return { mails: [...failed, ...others], leaves: leaves() };
}

const findMails = (strapi: Core.Strapi, where: object): Promise<MailSummary[]> =>
  strapi.db.query('plugin::mail.mail').findMany({
    select: ['documentId', 'recipient', 'subject', 'state', 'attempts', 'problem', 'createdAt'],
    where,
    orderBy: { createdAt: 'desc' },
    limit: atMost,
  });

/** What one mail says, as long as it has not left. */
async function readMail(strapi: Core.Strapi, documentId: string): Promise<MailText> {
  const { sealed } = await findMail(strapi, documentId);
  return sealed ? { text: unseal(strapi, sealed)?.text } : {};
}

/** Sends again what failed, or what was kept before there was a mail server. */
async function sendAgain(strapi: Core.Strapi, documentId: string): Promise<void> {
  if (!leaves()) throw new Refusal(409, 'mail.noServer');
  await strapi.db.transaction(async () => {
    const { id, state } = await findMail(strapi, documentId);
    if (state !== 'failed' && state !== 'kept') throw new Refusal(409, 'mail.leaving');
    await strapi.db.query('plugin::mail.mail').update({ where: { id }, data: { state: 'waiting' } });
    await enqueue('mail.send', { documentId });
  });
}

async function findMail(strapi: Core.Strapi, documentId: string) {
  const mail: { id: number; sealed: string | null; state: string } | null = await strapi.db
    .query('plugin::mail.mail')
    .findOne({ where: { documentId } });
  if (!mail) throw new Refusal(404, 'mail.unknown');
  return mail;
}

export async function listMailsForPanel(context: { body: unknown }): Promise<void> {
  context.body = await listMails(strapi);
}

export const readMailForPanel = answering<Context>(async (context) => {
  context.set('Cache-Control', 'no-store');
  context.body = await readMail(strapi, context.params['documentId']!);
});

export const sendAgainFromPanel = answering<Context>(async (context) => {
  await sendAgain(strapi, context.params['documentId']!);
  context.body = { state: 'waiting' };
});
