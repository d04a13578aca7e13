import type { WriteHandler } from '../../lib/public-routes';
import type { contract } from './contract';
import { findPersonal, findPublished } from './find-personal';
import { findAddress, openAddress } from './personal-link';
import { writeCopy } from './write-copy';

type Routes = (typeof contract)['routes'];

/** Says what is kept of an address, kind by kind, and what is public because of it. */
export const summarizeData: WriteHandler<Routes['look']> = async (strapi, { token }) => {
  const found = await findAddress(strapi, token);
  if (!found) return { state: 'unknown' };
  if (found.isExpired) return { state: 'expired' };
  const kept = await findPersonal(strapi, found.email);
  const published = await findPublished(strapi, kept);
  return {
    state: 'open',
    email: found.email,
    kinds: kept.map(({ type, rows }) => ({ label: type.type.plural, count: rows.length })),
    listings: published.map(({ title, path }) => ({ title, ...(path && { path }) })),
  };
};

/** Hands over all that an address ever sent. */
export const copyData: WriteHandler<Routes['copy']> = async (strapi, { token }) => {
  const email = await openAddress(strapi, token);
  return writeCopy(email, await findPersonal(strapi, email), new Date());
};
