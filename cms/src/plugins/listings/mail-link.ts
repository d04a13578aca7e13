import { readEnvironment } from '@s-tetic/config/environment';
import { daysFrom } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { localizedPath } from '../../lib/localized-path';
import { makeLink } from '../links/link';
import { ownerUid } from './holding';
import type { Owner } from './owner';

/** The address of an owner's page, for a mail to them. It works for some days. */
export async function makeManagementAddress(
  strapi: Core.Strapi,
  { documentId, language }: Pick<Owner, 'documentId' | 'language'>,
  days: number,
  now = new Date(),
): Promise<string> {
  const token = await makeLink(strapi, 'manage', { uid: ownerUid, documentId }, daysFrom(now, days));
  return siteAddress(`/ressources/gerer/${token}`, language);
}

/** `siteAddress('/ressources/agoria', 'en')` // => 'https://…/en/ressources/agoria' */
export const siteAddress = (path: string, locale: string): string =>
  readEnvironment(process.env, 'cms').SITE_URL + localizedPath(path, locale);
