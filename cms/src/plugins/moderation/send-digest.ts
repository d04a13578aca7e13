import { readEnvironment } from '@s-tetic/config/environment';
import type { Core } from '@strapi/strapi';
import { formatDate, timeZone } from '../../lib/format-date';
import { canonicalLocale } from '../../lib/locales';
import { postMail } from '../mail/post-mail';
import { countWaiting, listWaiting } from './list-waiting';
import type { WaitingList } from './panel';
import { decideRight } from './rights';

const shown = 10;

interface Reader {
  readonly id: number;
  readonly email: string;
}

/**
 * Mails, to everyone who may moderate, what waits on the morning of a working day. Nothing when nothing waits.
 * Once a day for each person, however often and by however many processes it is asked.
 */
export async function sendDigest(strapi: Core.Strapi, now: Date): Promise<void> {
  if (!isWorkingDay(now) || (await countWaiting(strapi)).total === 0) return;
  const waiting = await listWaiting(strapi);
  for (const reader of await findReaders(strapi)) await writeTo(strapi, reader, waiting, dayInBrussels(now));
}

async function writeTo(strapi: Core.Strapi, { id, email }: Reader, waiting: WaitingList, day: string): Promise<void> {
  const desk = `${readEnvironment(process.env, 'cms').CMS_PUBLIC_URL}/admin/plugins/moderation`;
  await postMail(strapi, {
    cause: `digest ${id} ${day}`,
    to: email,
    locale: canonicalLocale,
    write: (say) => ({
      subject: say('mail.digest.subject', { total: waiting.total }),
      parts: [
        say('mail.digest.text', { date: formatDate(waiting.items[0]!.sentAt, canonicalLocale) }),
        { list: waiting.kinds.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, String(count)]) },
        say('mail.digest.oldest'),
        ...waiting.items.slice(0, shown).map(({ uid, documentId, kind, title }) => ({
          link: `${desk}?${new URLSearchParams({ item: `${uid}:${documentId}` })}`,
          label: `${kind} : ${title}`,
        })),
        { link: desk, label: say('mail.digest.all') },
      ],
      why: say('mail.digest.why'),
    }),
  });
}

/** Whoever may moderate and has not asked to be left out. */
async function findReaders(strapi: Core.Strapi): Promise<Reader[]> {
  const leftOut: { user_id: number }[] = await strapi.db.connection('without_digest').withSchema('moderation').select();
  const permissions: { role: { users: (Reader & { isActive: boolean; blocked: boolean })[] } | null }[] =
    await strapi.db.query('admin::permission').findMany({
      where: { action: decideRight },
      populate: { role: { populate: { users: true } } },
    });
  const users = permissions.flatMap(({ role }) => role?.users ?? []).filter((user) => user.isActive && !user.blocked);
  const readers = users.filter(({ id }) => !leftOut.some(({ user_id }) => user_id === id));
  return [...new Map(readers.map((user) => [user.id, user])).values()];
}

/** Whether somebody of the panel receives the digest. */
export async function wantsDigest(strapi: Core.Strapi, userId: number): Promise<boolean> {
  const leftOut = await strapi.db.connection('without_digest').withSchema('moderation').where({ user_id: userId });
  return leftOut.length === 0;
}

export async function chooseDigest(strapi: Core.Strapi, userId: number, wanted: boolean): Promise<void> {
  const leftOut = strapi.db.connection('without_digest').withSchema('moderation');
  await (wanted
    ? leftOut.where({ user_id: userId }).delete()
    : leftOut.insert({ user_id: userId }).onConflict().ignore());
}

/** `dayInBrussels(new Date('2026-11-23T23:30:00Z'))` // => '2026-11-24' */
const dayInBrussels = (moment: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);

function isWorkingDay(moment: Date): boolean {
  const day = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone }).format(moment);
  return day !== 'Sat' && day !== 'Sun';
}
