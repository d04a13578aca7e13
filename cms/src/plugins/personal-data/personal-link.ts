import type { Core } from '@strapi/strapi';
import { Refusal } from '../../lib/refusal';
import { findLink, type Subject } from '../links/link';

const uid = 'personal-data';

/** What a link to the data of an address is about. Case is of no account in an address, as its owner writes it. */
export const subjectOf = (email: string): Subject => ({ uid, documentId: email.toLowerCase() });

/** The address that a link was mailed to, and whether the link still works; undefined when there is no such link. */
export async function findAddress(
  strapi: Core.Strapi,
  token: string,
): Promise<{ readonly email: string; readonly isExpired: boolean } | undefined> {
  const link = await findLink(strapi, 'data', token);
  return link && { email: link.subject.documentId, isExpired: link.expiresAt <= new Date() };
}

/** @throws {Refusal} 404 when the link works no more */
export async function openAddress(strapi: Core.Strapi, token: string): Promise<string> {
  const found = await findAddress(strapi, token);
  if (!found || found.isExpired) throw new Refusal(404, 'error.unknownLink');
  return found.email;
}
