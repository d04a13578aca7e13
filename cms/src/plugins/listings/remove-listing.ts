import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { resourceUid } from './listing';
import { revisionUid } from './proposal';
import { removeUpkeep } from './upkeep';

/**
 * Deletes a listing for good, in all its languages, with what was proposed for it and that somebody managed it. Their address is
 * forgotten with the next night: until then the page that they press the button of still opens, and says that it is done.
 */
export async function removeListing(strapi: Core.Strapi, listing: string): Promise<void> {
  await documents(strapi, resourceUid).delete({ documentId: listing, locale: '*' });
  await forgetListing(strapi, listing);
}

/** Forgets all that was kept about a listing that is no more. */
export async function forgetListing(strapi: Core.Strapi, listing: string): Promise<void> {
  const proposed: { documentId: string }[] = await strapi.db
    .query(revisionUid)
    .findMany({ select: ['documentId'], where: { listing } });
  for (const { documentId } of proposed) await documents(strapi, revisionUid).delete({ documentId });
  await strapi.db.query('plugin::listings.website').deleteMany({ where: { listing } });
  await removeUpkeep(strapi, listing);
}
