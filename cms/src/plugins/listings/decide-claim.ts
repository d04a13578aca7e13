import { retention } from '@s-tetic/config/retention';
import { say as inWords } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';
import { pathOf } from '../../lib/page';
import { Refusal } from '../../lib/refusal';
import { postMail, type Posting } from '../mail/post-mail';
import { decide } from '../moderation/decide';
import { theProduct } from '../moderation/journal';
import type { ModeratedType } from '../moderation/moderated-types';
import { contract as resources } from '../resources/contract';
import { findListing, noteOnListing, resourceUid } from './listing';
import { makeManagementAddress } from './mail-link';
import { findOwner, forgetIdleOwners } from './owner';
import { domainOf, hostOf, isOnDomain } from './same-domain';
import { claimUid } from './send-claim';
import { findUpkeep, giveListing, removeUpkeep } from './upkeep';

interface Claim {
  readonly id: number;
  readonly listing: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly formerOrigin: string | null;
}

const readClaim = (strapi: Core.Strapi, documentId: string): Promise<Claim> =>
  strapi.db.query(claimUid).findOne({ where: { documentId } });

/**
 * An address on the listing's own domain speaks for itself: the listing is its holder's as soon as they confirm it. It is a
 * decision like another, which moderators find in the journal and may take back.
 */
export const settleClaim: NonNullable<ModeratedType['onProven']> = async (strapi, { documentId }) => {
  const { listing, email } = await readClaim(strapi, documentId);
  const found = await findListing(strapi, listing);
  if (!found || (await findUpkeep(strapi, listing)) || !isOnDomain(email, found.website)) return undefined;
  await decide(strapi, { uid: claimUid, documentId, decision: 'approved' }, theProduct());
  return undefined;
};

/** Gives the listing to who asked for it: from now on it is an organisation's own. */
export const grantClaim: NonNullable<ModeratedType['onApproved']> = async (strapi, { documentId }) => {
  const { id, listing, email, language } = await readClaim(strapi, documentId);
  if (!(await findListing(strapi, listing))) throw new Refusal(409, 'error.unknownListing');
  if (await findUpkeep(strapi, listing)) throw new Refusal(409, 'error.ownedListing');
  const { origin } = await strapi.db
    .query(resourceUid)
    .findOne({ select: ['origin'], where: { documentId: listing, locale: canonicalLocale } });
  await giveListing(strapi, { listing, email, language });
  await noteOnListing(strapi, listing, { origin: 'provider' });
  await strapi.db.query(claimUid).update({ where: { id }, data: { formerOrigin: origin } });
};

/** Takes the listing back from who was given it. */
export const undoClaim: NonNullable<ModeratedType['onUndone']> = async (strapi, { documentId, decision, at }) => {
  const { listing, formerOrigin } = await readClaim(strapi, documentId);
  if (decision === 'approved') {
    await removeUpkeep(strapi, listing);
    await noteOnListing(strapi, listing, { origin: formerOrigin });
    await forgetIdleOwners(strapi);
  }
  if (decision !== 'spam') await write(strapi, documentId, `undone ${at.toISOString()}`, 'undone');
};

/** Tells who asked for a listing that it is theirs, with the link to manage it, or why it is not. */
export const tellClaimant: NonNullable<ModeratedType['onDecided']> = async (
  strapi,
  { documentId, decision, reason, at },
) => {
  if (decision === 'approved' || decision === 'refused')
    await write(strapi, documentId, `${decision} ${at.toISOString()}`, decision, reason);
};

async function write(
  strapi: Core.Strapi,
  documentId: string,
  cause: string,
  outcome: 'approved' | 'refused' | 'undone',
  reason?: string,
): Promise<void> {
  const { name, email, language } = await readClaim(strapi, documentId);
  const owner = outcome === 'approved' ? await findOwner(strapi, email) : null;
  const days = retention.managementLink;
  const link = owner && (await makeManagementAddress(strapi, { ...owner, language }, days));
  const letter: Posting['write'] = (say) => ({
    subject: say(`mail.claim.${outcome}.subject`, { name }),
    parts: [
      say(`mail.claim.${outcome}.text`, { name }),
      ...(link ? [{ link, label: say('mail.manage.link') }, say('mail.manage.limits', { days })] : []),
      ...(reason ? [reason] : []),
    ],
  });
  await postMail(strapi, { cause: `claim ${documentId} ${cause}`, to: email, locale: language, write: letter });
}

/** Why the address alone did not settle it. */
export const flagClaim: NonNullable<ModeratedType['findFlags']> = async (strapi, { documentId }) => {
  const { listing, email } = await readClaim(strapi, documentId);
  const found = await findListing(strapi, listing);
  const expected = hostOf(found?.website ?? null);
  if (expected === undefined) return [inWords(canonicalLocale, 'moderation.flag.noWebsite')];
  if (isOnDomain(email, found!.website)) return [];
  return [inWords(canonicalLocale, 'moderation.flag.otherDomain', { found: domainOf(email), expected })];
};

export const describeClaim: NonNullable<ModeratedType['describe']> = async (strapi, { documentId }) => {
  const { listing, name } = await readClaim(strapi, documentId);
  const found = await findListing(strapi, listing);
  return {
    title: name,
    ...(found && { context: { label: found.name, path: pathOf(resources, 'resource', { ...found }) } }),
  };
};
