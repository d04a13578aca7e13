import type { Core } from '@strapi/strapi';
import { Refusal } from '../../lib/refusal';
import { findLink } from '../links/link';
import { findListings, type Listing } from './listing';
import { type Owner, readOwner } from './owner';
import { findUpkeepsOf, type Upkeep } from './upkeep';

export const ownerUid = 'plugin::listings.owner';

/** Who bears a link, or why nobody does. */
export type Bearer =
  { readonly state: 'open'; readonly owner: Owner } | { readonly state: 'expired' | 'unknown'; readonly owner?: never };

export async function findBearer(strapi: Core.Strapi, token: string, now = new Date()): Promise<Bearer> {
  const link = await findLink(strapi, 'manage', token);
  const owner = link && (await readOwner(strapi, link.subject.documentId));
  if (!owner) return { state: 'unknown' };
  return link.expiresAt > now ? { state: 'open', owner } : { state: 'expired' };
}

/** A listing in the hands of who manages it. */
export interface Holding {
  readonly owner: Owner;
  readonly upkeep: Upkeep;
  readonly listing: Listing;
}

/** What an owner manages. A listing that staff deleted is no more. */
export async function findHoldings(strapi: Core.Strapi, owner: Owner): Promise<Holding[]> {
  const upkeeps = await findUpkeepsOf(strapi, owner.documentId);
  const listings = await findListings(
    strapi,
    upkeeps.map(({ listing }) => listing),
  );
  return listings.map((listing) => ({
    owner,
    listing,
    upkeep: upkeeps.find((upkeep) => upkeep.listing === listing.documentId)!,
  }));
}

/** The one listing that the bearer of a link names. @throws {Refusal} 404 when they manage no such listing */
export async function findHolding(
  strapi: Core.Strapi,
  { token, slug }: { readonly token: string; readonly slug: string },
): Promise<Holding> {
  const { owner } = await findBearer(strapi, token);
  const holdings = owner ? await findHoldings(strapi, owner) : [];
  const holding = holdings.find(({ listing }) => listing.slug === slug);
  if (!holding) throw new Refusal(404, 'error.unknownListing');
  return holding;
}

/** Does something to the listing that the bearer of a link names, whole or not at all, while nothing else is done to it. */
export async function inHolding<Result>(
  strapi: Core.Strapi,
  named: { readonly token: string; readonly slug: string },
  act: (holding: Holding) => Promise<Result>,
): Promise<Result> {
  const result = await strapi.db.transaction(async ({ trx }) => {
    const { upkeep } = await findHolding(strapi, named);
    await trx('listings_upkeeps').where({ id: upkeep.id }).forUpdate().first('id');
    // What was read before the wait may be true no more.
    return act(await findHolding(strapi, named));
  });
  return result as Result;
}
