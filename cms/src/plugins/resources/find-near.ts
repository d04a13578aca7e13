import type { Core } from '@strapi/strapi';
import type { NearListing } from './answers';

export interface Near extends NearListing {
  readonly documentId: string;
}

/** From 0 (nothing in common) to 1: two names of an organisation that differ by a word of little weight are above it. */
export const alike = 0.6;

/** At most this many: whoever sees more looks at none. */
const atMost = 5;

/** Where thousands of organisations have a page: the same site there says nothing. */
const sharedHosts = ['facebook.com', 'instagram.com', 'linkedin.com', 'sites.google.com', 'x.com', 'youtube.com'];

/**
 * The published listings that may be of the same organisation: their name is nearly the same, whatever its accents and
 * capitals, or their website is on the same server. Those on the same server first.
 */
export async function findNear(
  strapi: Core.Strapi,
  { name, website }: { readonly name: string; readonly website?: string | undefined },
): Promise<Near[]> {
  const { rows } = await strapi.db.connection.raw(statement, {
    name,
    website: website ?? null,
    sharedHosts,
    alike,
    atMost,
  });
  return (rows as Found[]).map(({ document_id, name, slug, same_name, same_website, is_owned }) => ({
    documentId: document_id,
    name,
    slug,
    why: same_name && same_website ? 'both' : same_name ? 'name' : 'website',
    isOwned: is_owned,
  }));
}

interface Found {
  readonly document_id: string;
  readonly name: string;
  readonly slug: string;
  readonly same_name: boolean;
  readonly same_website: boolean;
  readonly is_owned: boolean;
}

const statement = `
  SELECT listing.document_id, listing.name, resource.slug, same_name, same_website,
    EXISTS (SELECT FROM listings_upkeeps AS upkeep WHERE upkeep.listing = listing.document_id) AS is_owned
  FROM directory.listing
  JOIN resources_resources AS resource ON resource.id = listing.resource_id
  CROSS JOIN LATERAL (SELECT
    similarity(folded_name, fold_words(:name)) >= :alike AS same_name,
    coalesce(listing.website = directory.host_of(:website) AND listing.website <> ALL (:sharedHosts), false) AS same_website
  ) AS compared
  WHERE (folded_name % fold_words(:name) OR listing.website = directory.host_of(:website)) AND (same_name OR same_website)
  ORDER BY same_website DESC, similarity(folded_name, fold_words(:name)) DESC, listing.document_id
  LIMIT :atMost`;
