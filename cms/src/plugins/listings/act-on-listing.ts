import type { Core } from '@strapi/strapi';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import type { contract } from './contract';
import { type Holding, inHolding } from './holding';
import { dayOf } from './ladder';
import { noteOnListing } from './listing';
import { removeListing } from './remove-listing';
import type { Action } from './shapes';
import { changeUpkeep, confirmedOn, withRhythm } from './upkeep';
import { hideListing, showListing, whereaboutsOf } from './visibility';
import type { Rhythm } from '@s-tetic/config/upkeep';

type Act = (
  strapi: Core.Strapi,
  holding: Holding,
  chosen: { readonly rhythm?: Rhythm | undefined },
) => Promise<unknown>;

/** What the buttons of an owner's page do. */
export const actOnListing: WriteHandler<(typeof contract)['routes']['act']> = async (
  strapi,
  { token, slug, action, ...chosen },
) => {
  await inHolding(strapi, { token, slug }, (holding) => acts[action](strapi, holding, chosen));
  return { done: true };
};

const acts: Readonly<Record<Action, Act>> = {
  confirm: (strapi, holding) => confirmListing(strapi, holding, new Date()),
  rhythm: (strapi, { upkeep }, { rhythm = upkeep.rhythm }) =>
    changeUpkeep(strapi, upkeep, withRhythm(upkeep, rhythm, new Date())),
  suspend: suspendListing,
  restore: restoreListing,
  remove: (strapi, { listing }) => removeListing(strapi, listing.documentId),
};

/** Pressed twice, it is suspended once. @throws {Refusal} 409 when it is off the site for another reason */
async function suspendListing(strapi: Core.Strapi, holding: Holding): Promise<void> {
  const whereabouts = whereaboutsOf(holding);
  if (whereabouts === 'public') await hideListing(strapi, holding.upkeep, 'suspended');
  else if (whereabouts !== 'suspended') throw new Refusal(409, 'error.unknownListing');
}

/** @throws {Refusal} 409 when staff took it off the site: that is theirs to put back */
async function restoreListing(strapi: Core.Strapi, holding: Holding): Promise<void> {
  const whereabouts = whereaboutsOf(holding);
  if (whereabouts === 'withdrawn') throw new Refusal(409, 'error.withdrawnListing');
  if (whereabouts !== 'public') await showListing(strapi, holding.upkeep);
}

/** «Toujours exact»: readers see since when, and the ladder begins again. */
export async function confirmListing(
  strapi: Core.Strapi,
  { upkeep, listing }: Pick<Holding, 'upkeep' | 'listing'>,
  now: Date,
): Promise<void> {
  await changeUpkeep(strapi, upkeep, confirmedOn(now, upkeep.rhythm));
  await noteOnListing(strapi, listing.documentId, {
    standing: 'current',
    checkedAt: dayOf(now),
    checkedBy: listing.name,
  });
}
