import { allTypes } from '../../lib/contracts';
import { findPageAt } from '../../lib/find-page-at';
import type { ReadHandler } from '../../lib/public-routes';
import type { contract as pages } from './contract';

/** What the picture of a page says: the title of the document whose page it is. Nothing for a path that is no page. */
export const findCard: ReadHandler<(typeof pages)['routes']['card']> = async (reader, { query: { path } }) => {
  // A page may come to be at this path later.
  reader.tags.add('pages.map');
  const target = await findPageAt(reader.strapi, path);
  const known = target && allTypes().find(({ uid }) => target.startsWith(`${uid}:`));
  if (!known) return undefined;
  const { uid, contract, name, type } = known;
  const document = await reader.one(contract, name, { filters: { documentId: target.slice(uid.length + 1) } });
  if (!document) return undefined;
  const { mainField } = type;
  const { lang, french } = document;
  return {
    title: document[mainField],
    lang: french?.includes(mainField) ? 'fr' : lang,
    ...(uid === 'plugin::charter.step' && { step: document['number'] }),
  };
};
