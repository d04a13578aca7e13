import type { Core } from '@strapi/strapi';
import type { Published } from '../personal-data/personal-types';
import { findListings, resourceUid } from './listing';
import { removeListing } from './remove-listing';
import { findUpkeepsOf, removeUpkeep } from './upkeep';

interface Kept {
  readonly documentId: string;
}

/** The listings that an address manages: whoever erases their data decides of them too. What was handed over is another's. */
export async function findManaged(strapi: Core.Strapi, { documentId }: Kept): Promise<readonly Published[]> {
  const upkeeps = await findUpkeepsOf(strapi, documentId);
  const listings = await findListings(
    strapi,
    upkeeps.map(({ listing }) => listing),
  );
  return listings.map((listing) => ({
    uid: resourceUid,
    documentId: listing.documentId,
    title: listing.name,
    ...(listing.isPublic && { path: `/ressources/${listing.slug}` }),
    remove: () => removeListing(strapi, listing.documentId),
  }));
}

/** Forgets who managed some listings, which then are nobody's. */
export async function forgetOwner(strapi: Core.Strapi, { documentId }: Kept): Promise<void> {
  for (const { listing } of await findUpkeepsOf(strapi, documentId)) await removeUpkeep(strapi, listing);
  await strapi.db.query('plugin::listings.owner').deleteMany({ where: { documentId } });
}
