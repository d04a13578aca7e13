import type { Core } from '@strapi/strapi';
import type { WriteHandler } from '../../lib/public-routes';
import type { contract } from './contract';
import { findBearer, findHoldings, type Holding } from './holding';
import { findProposal } from './proposal';
import type { Holding as Shown } from './shapes';
import { whereaboutsOf } from './visibility';

/** The listings of whoever bears a link, as their page shows them. Neither their address nor anyone else's is told. */
export const openHoldings: WriteHandler<(typeof contract)['routes']['open']> = async (strapi, { token }) => {
  const { state, owner } = await findBearer(strapi, token);
  if (!owner) return { state, listings: [] };
  const holdings = await findHoldings(strapi, owner);
  return { state, listings: await Promise.all(holdings.map((holding) => describe(strapi, holding))) };
};

async function describe(strapi: Core.Strapi, { listing, upkeep }: Holding): Promise<Shown> {
  const proposal = await findProposal(strapi, listing.documentId);
  return {
    slug: listing.slug,
    name: listing.name,
    visibility: whereaboutsOf({ listing, upkeep }),
    standing: listing.standing,
    confirmedAt: upkeep.confirmedAt,
    dueAt: upkeep.dueAt,
    ...(listing.unreachableAt && { unreachableAt: listing.unreachableAt }),
    rhythm: upkeep.rhythm,
    ...(proposal && { revisedAt: new Date(proposal.sentAt).toISOString() }),
    isAsked: proposal?.state === 'asked',
    isHandedOver: upkeep.nextEmail !== null,
  };
}
