import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import type { WriteHandler } from '../../lib/public-routes';
import { siteAddress } from '../../lib/site-address';
import { admitSender } from '../limits/admit-sender';
import { dropLinks, findLink, makeLink } from '../links/link';
import { leaves, postMail } from '../mail/post-mail';
import type { contract } from './contract';
import { inHolding } from './holding';
import { findListing, type Listing } from './listing';
import { forgetIdleOwners, keepOwner, readOwner } from './owner';
import { changeUpkeep, type Upkeep } from './upkeep';

type Routes = (typeof contract)['routes'];

const uid = 'plugin::listings.upkeep';

/** Invites another address to take a listing over. A second invitation replaces the first. */
export const handOver: WriteHandler<Routes['handOver']> = async (strapi, { email, locale, ...named }, sender) => {
  await admitSender(strapi, sender, email);
  await inHolding(strapi, named, async ({ upkeep, listing: { name } }) => {
    const now = new Date();
    const subject = { uid, documentId: upkeep.documentId };
    await changeUpkeep(strapi, upkeep, { nextEmail: email });
    await dropLinks(strapi, 'takeOver', subject);
    const token = await makeLink(strapi, 'takeOver', subject, daysFrom(now, retention.handoverLink));
    await postMail(strapi, {
      cause: `handover ${upkeep.documentId} ${now.toISOString()}`,
      to: email,
      locale,
      write: (say) => ({
        subject: say('mail.handover.subject', { name }),
        parts: [
          say('mail.handover.text', { name }),
          { link: siteAddress(`/ressources/reprendre/${token}`, locale), label: say('mail.handover.link') },
          say('mail.handover.limits', { days: retention.handoverLink }),
        ],
      }),
    });
  });
  return { mail: leaves() ? 'sent' : 'kept' };
};

/** Says what an invitation offers, and changes nothing. */
export const lookAtHandover: WriteHandler<Routes['lookAtHandover']> = async (strapi, { token }) => {
  const offer = await findOffer(strapi, token);
  return offer ? { state: 'open', name: offer.listing.name } : { state: 'unknown' };
};

/** Gives the listing to whoever was invited, once, and tells who managed it before. */
export const takeOver: WriteHandler<Routes['takeOver']> = async (strapi, { token, locale }) =>
  strapi.db.transaction(async ({ trx }) => {
    const seen = await findOffer(strapi, token);
    if (seen) await trx('listings_upkeeps').where({ id: seen.upkeep.id }).forUpdate().first('id');
    const offer = await findOffer(strapi, token);
    if (!offer) return { state: 'unknown' };
    const { upkeep, listing } = offer;
    const former = await readOwner(strapi, upkeep.owner);
    const owner = await keepOwner(strapi, { email: upkeep.nextEmail, language: locale });
    await changeUpkeep(strapi, upkeep, { owner: owner.documentId, nextEmail: null });
    await dropLinks(strapi, 'takeOver', { uid, documentId: upkeep.documentId });
    await postMail(strapi, {
      cause: `handed over ${upkeep.documentId} ${owner.documentId} ${new Date().toISOString()}`,
      to: former.email,
      locale: former.language,
      write: (say) => ({
        subject: say('mail.handedOver.subject', { name: listing.name }),
        parts: [say('mail.handedOver.text', { name: listing.name })],
      }),
    });
    await forgetIdleOwners(strapi);
    return { state: 'taken', name: listing.name };
  });

interface Offer {
  readonly upkeep: Upkeep & { readonly nextEmail: string };
  readonly listing: Listing;
}

async function findOffer(strapi: Core.Strapi, token: string): Promise<Offer | undefined> {
  const link = await findLink(strapi, 'takeOver', token);
  if (!link || link.expiresAt <= new Date()) return undefined;
  const upkeep: Upkeep | null = await strapi.db.query(uid).findOne({ where: { documentId: link.subject.documentId } });
  const listing = upkeep && (await findListing(strapi, upkeep.listing));
  return listing && upkeep.nextEmail !== null
    ? { upkeep: { ...upkeep, nextEmail: upkeep.nextEmail }, listing }
    : undefined;
}
