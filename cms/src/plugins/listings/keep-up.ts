import { ladder } from '@s-tetic/config/upkeep';
import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { formatDate } from '../../lib/format-date';
import { daysSince, dayOf, rungAt } from './ladder';
import { findListing, type Listing, noteOnListing } from './listing';
import { makeManagementAddress } from './mail-link';
import { postMail } from '../mail/post-mail';
import { forgetIdleOwners, readOwner } from './owner';
import { forgetListing } from './remove-listing';
import { changeUpkeep, type Upkeep } from './upkeep';
import { hideListing } from './visibility';

/**
 * Brings each listing to its rung of the ladder: writes to its owner, tells readers, lets it sink, archives it. Each by itself:
 * one that fails is tried again with the job and holds up no other.
 * @throws {AggregateError} when some failed
 */
export async function keepUp(strapi: Core.Strapi, now: Date): Promise<void> {
  for (const listing of await findGone(strapi)) await forgetListing(strapi, listing);
  const soonest = dayOf(daysFrom(now, -ladder.reminders[0]));
  const upkeeps: Upkeep[] = await strapi.db
    .query('plugin::listings.upkeep')
    .findMany({ where: { visibility: 'public', dueAt: { $lte: soonest } } });
  const failures: unknown[] = [];
  for (const { id } of upkeeps) await stepDown(strapi, id, now).catch((error: unknown) => failures.push(error));
  await forgetIdleOwners(strapi);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} listings could not be kept up.`);
}

/** The listings that staff deleted. */
async function findGone(strapi: Core.Strapi): Promise<string[]> {
  const { rows } = await strapi.db.connection.raw(`
    SELECT listing FROM listings_upkeeps AS upkeep
    WHERE NOT EXISTS (SELECT FROM resources_resources AS resource WHERE resource.document_id = upkeep.listing)`);
  return (rows as { listing: string }[]).map(({ listing }) => listing);
}

async function stepDown(strapi: Core.Strapi, id: number, now: Date): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx('listings_upkeeps').where({ id }).forUpdate().first('id');
    const upkeep: Upkeep | null = await strapi.db.query('plugin::listings.upkeep').findOne({ where: { id } });
    if (upkeep?.visibility !== 'public') return;
    const listing = await findListing(strapi, upkeep.listing);
    // What staff took off the site themselves is theirs to put back.
    if (!listing?.isPublic) return;
    const rung = rungAt(daysSince(upkeep.dueAt, now));
    if (listing.standing !== rung.standing) await noteOnListing(strapi, upkeep.listing, { standing: rung.standing });
    if (rung.isArchived) {
      await tell(strapi, upkeep, listing, 'archived', now);
      await hideListing(strapi, upkeep, 'archived');
    } else if (rung.reminder !== undefined && rung.reminder !== upkeep.reminded) {
      await tell(strapi, upkeep, listing, rung.reminder, now);
      await changeUpkeep(strapi, upkeep, { reminded: rung.reminder });
    }
  });
}

/** Writes to the owner of a listing, once for each due date and rung. */
async function tell(
  strapi: Core.Strapi,
  upkeep: Upkeep,
  { name }: Listing,
  rung: number | 'archived',
  now: Date,
): Promise<void> {
  const owner = await readOwner(strapi, upkeep.owner);
  const days = daysSince(upkeep.dueAt, now);
  const values = { name, date: formatDate(upkeep.dueAt, owner.language), days: Math.abs(days) };
  const link = await makeManagementAddress(strapi, owner, retention.reminderLink, now);
  const { toConfirm, sunk, archived } = ladder;
  await postMail(strapi, {
    cause: `upkeep ${upkeep.documentId} ${upkeep.dueAt} ${rung}`,
    to: owner.email,
    locale: owner.language,
    write: (say) => {
      const limits = say('mail.manage.limits', { days: retention.reminderLink });
      if (rung === 'archived')
        return {
          subject: say('mail.archived.subject', values),
          parts: [say('mail.archived.text', values), { link, label: say('mail.reminder.link') }, limits],
        };
      const when = days < 0 ? 'soon' : days === 0 ? 'today' : 'late';
      return {
        subject: say('mail.reminder.subject', values),
        parts: [
          say(`mail.reminder.${when}`, values),
          { link, label: say('mail.reminder.link') },
          limits,
          say('mail.reminder.then', { toConfirm, sunk, archived }),
        ],
      };
    },
  });
}
