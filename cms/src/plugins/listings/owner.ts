import type { Core } from '@strapi/strapi';

/** Whoever manages listings, by their address. */
export interface Owner {
  readonly documentId: string;
  readonly email: string;
  /** In which they are written to. */
  readonly language: string;
}

const owners = (strapi: Core.Strapi) => strapi.db.query('plugin::listings.owner');

/** Addresses are compared without their capitals, as mail servers do. */
export const findOwner = (strapi: Core.Strapi, email: string): Promise<Owner | null> =>
  owners(strapi).findOne({ where: { email: email.toLowerCase() } });

export const readOwner = (strapi: Core.Strapi, documentId: string): Promise<Owner> =>
  owners(strapi).findOne({ where: { documentId } });

/** The owner of an address, made known if they were not. To be called in a transaction. */
export async function keepOwner(
  strapi: Core.Strapi,
  { email, language }: Pick<Owner, 'email' | 'language'>,
): Promise<Owner> {
  return (
    (await findOwner(strapi, email)) ??
    (await owners(strapi).create({ data: { email: email.toLowerCase(), language } }))
  );
}

/** Forgets the addresses that manage no listing any more. */
export async function forgetIdleOwners(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(({ trx }) =>
    trx('listings_owners')
      .whereNotExists(trx('listings_upkeeps').whereRaw('listings_upkeeps.owner = listings_owners.document_id'))
      .delete(),
  );
}
