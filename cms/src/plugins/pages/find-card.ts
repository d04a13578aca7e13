import { contracts } from '../../lib/contracts';
import { findPageAt } from '../../lib/find-page-at';
import type { ReadHandler } from '../../lib/public-routes';
import { uidOf } from '../../lib/reader';

/** What the picture of a page says: the title of the document whose page it is. Nothing for a path that is no page. */
export const findCard: ReadHandler = async (reader, { query }) => {
  const { path } = query as unknown as { path: string };
  // A page may come to be at this path later.
  reader.tags.add('pages.map');
  const target = await findPageAt(reader.strapi, path);
  const place = target && typeOf(target);
  if (!place) return undefined;
  const { contract, name, documentId } = place;
  const document = await reader.one(contract, name, { filters: { documentId } });
  if (!document) return undefined;
  const { mainField } = contract.contentTypes[name]!;
  const { lang, french } = document;
  return {
    title: document[mainField],
    lang: french?.includes(mainField) ? 'fr' : lang,
    ...(place.uid === 'plugin::charter.step' && { step: document['number'] }),
  };
};

/** `typeOf('plugin::faq.entry:abc')` // => the contract of the FAQ, 'entry', 'abc' */
function typeOf(target: string) {
  const uid = target.slice(0, target.lastIndexOf(':'));
  const documentId = target.slice(uid.length + 1);
  return contracts()
    .flatMap((contract) => Object.keys(contract.contentTypes).map((name) => ({ contract, name })))
    .map((type) => ({ ...type, uid: uidOf(type.contract, type.name), documentId }))
    .find((type) => type.uid === uid);
}
