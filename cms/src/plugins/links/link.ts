import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Purpose } from './contract';

/** A document, whatever its type. */
export interface Subject {
  readonly uid: string;
  readonly documentId: string;
}

export interface Link {
  readonly subject: Subject;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

interface Row {
  readonly uid: string;
  readonly subject: string;
  readonly expiresAt: string;
  readonly createdAt: string;
}

const links = (strapi: Core.Strapi) => strapi.db.query('plugin::links.link');

/**
 * Makes the secret part of a link that acts on one document.
 * @returns the token, 43 characters that an address can hold. Only its hash is stored: it cannot be had again.
 */
export async function makeLink(
  strapi: Core.Strapi,
  purpose: Purpose,
  { uid, documentId }: Subject,
  expiresAt: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await links(strapi).create({ data: { hash: hashOf(token), purpose, uid, subject: documentId, expiresAt } });
  return token;
}

/** The link that a token belongs to, expired or not. */
export async function findLink(strapi: Core.Strapi, purpose: Purpose, token: string): Promise<Link | undefined> {
  const row: Row | null = await links(strapi).findOne({ where: { hash: hashOf(token), purpose } });
  return row ? linkOf(row) : undefined;
}

/** The newest link of a document for one purpose. */
export async function findNewestLink(
  strapi: Core.Strapi,
  purpose: Purpose,
  { uid, documentId }: Subject,
): Promise<Link | undefined> {
  const where = { purpose, uid, subject: documentId };
  const [row]: Row[] = await links(strapi).findMany({ where, orderBy: { createdAt: 'desc' }, limit: 1 });
  return row && linkOf(row);
}

/** Forgets the links of a document for one purpose: from now on nobody bears them. */
export async function dropLinks(strapi: Core.Strapi, purpose: Purpose, { uid, documentId }: Subject): Promise<void> {
  await links(strapi).deleteMany({ where: { purpose, uid, subject: documentId } });
}

/** Forgets every link that acts on a document. */
export async function eraseLinksOf(strapi: Core.Strapi, { uid, documentId }: Subject): Promise<void> {
  await links(strapi).deleteMany({ where: { uid, subject: documentId } });
}

/** Forgets the links that had expired by then. A later visitor is told that the link is unknown. */
export async function eraseLinks(strapi: Core.Strapi, before: Date): Promise<void> {
  await links(strapi).deleteMany({ where: { expiresAt: { $lt: before } } });
}

const linkOf = ({ uid, subject, expiresAt, createdAt }: Row): Link => ({
  subject: { uid, documentId: subject },
  expiresAt: new Date(expiresAt),
  createdAt: new Date(createdAt),
});

// A token holds 256 random bits: nobody can try them all, and no salt would add anything.
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
