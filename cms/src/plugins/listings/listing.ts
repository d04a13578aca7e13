import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';

export const resourceUid = 'plugin::resources.resource';

/** A listing as its owner knows it: what is public of it, else what would be. */
export interface Listing {
  readonly documentId: string;
  readonly slug: string;
  readonly name: string;
  readonly website: string | null;
  readonly standing: 'current' | 'toConfirm' | 'sunk';
  readonly unreachableAt: string | null;
  readonly isPublic: boolean;
}

interface Row extends Omit<Listing, 'isPublic'> {
  readonly publishedAt: string | null;
}

/** Those of some listings that exist, in the order of their names. */
export async function findListings(strapi: Core.Strapi, documentIds: readonly string[]): Promise<Listing[]> {
  const rows: Row[] = await strapi.db.query(resourceUid).findMany({
    select: ['documentId', 'slug', 'name', 'website', 'standing', 'unreachableAt', 'publishedAt'],
    where: { documentId: { $in: documentIds }, locale: canonicalLocale },
  });
  const byDocument = new Map<string, Row>();
  for (const row of rows)
    if (row.publishedAt !== null || !byDocument.has(row.documentId)) byDocument.set(row.documentId, row);
  return [...byDocument.values()]
    .map(({ publishedAt, ...listing }) => ({ ...listing, isPublic: publishedAt !== null }))
    .sort((one, other) => one.name.localeCompare(other.name, canonicalLocale));
}

export async function findListing(strapi: Core.Strapi, documentId: string): Promise<Listing | undefined> {
  const [listing] = await findListings(strapi, [documentId]);
  return listing;
}

/** What code says of a listing, in each of its languages, published or not. Pages that show it are made again. */
export const noteOnListing = (
  strapi: Core.Strapi,
  documentId: string,
  note: Partial<Record<'standing' | 'unreachableAt' | 'checkedAt' | 'checkedBy' | 'origin', string | null>>,
): Promise<unknown> => strapi.db.query(resourceUid).updateMany({ where: { documentId }, data: note });
