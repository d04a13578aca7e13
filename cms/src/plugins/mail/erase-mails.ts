import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';

/** Forgets to whom the site wrote, and what never left. */
export async function eraseMails(strapi: Core.Strapi, now: Date): Promise<void> {
  const mails = strapi.db.query('plugin::mail.mail');
  await mails.deleteMany({ where: { state: 'sent', createdAt: { $lt: daysFrom(now, -retention.sentMail) } } });
  await mails.deleteMany({
    where: { createdAt: { $lt: daysFrom(now, -retention.unsentMail) }, state: { $ne: 'sent' } },
  });
}

/** Forgets one mail, sent or not: its reader wants nothing kept. */
export async function removeMail(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<void> {
  await strapi.db.query('plugin::mail.mail').deleteMany({ where: { documentId } });
}
