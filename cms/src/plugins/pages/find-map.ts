import type { ReadHandler } from '../../lib/public-routes';
import { listPages } from '../../lib/list-pages';
import { findLocaleCodes } from '../../lib/locales';

/** Every public address, with the languages it is published in. */
export const findMap: ReadHandler = async (reader) => {
  reader.tags.add('pages.map');
  return { pages: await listPages(reader.strapi), locales: await findLocaleCodes(reader.strapi) };
};
