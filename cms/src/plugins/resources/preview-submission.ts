import type { WriteHandler } from '../../lib/public-routes';
import { admitLookUp } from './admit-look-up';
import type { contract } from './contract';
import { findNear } from './find-near';

/** Tells a provider, before anything is stored, which listings resemble theirs. */
export const previewSubmission: WriteHandler<(typeof contract)['routes']['preview']> = async (strapi, body, sender) => {
  // Whatever filled the field that people do not see has nothing looked up for it.
  if (body.nickname) return { near: [] };
  await admitLookUp(strapi, sender);
  return { near: await findNear(strapi, body) };
};
