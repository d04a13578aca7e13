import { daysFrom } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { siteAddress } from '../../lib/site-address';
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
