import type { Located } from '../../lib/overlay';
import { pathOf } from '../../lib/page';
import type { ReadHandler } from '../../lib/public-routes';
import { findLocales } from '../../lib/locales';
import { findForms } from '../glossary/find-forms';
import { findWords } from '../translation/find-words';
import { contract } from './contract';

/** What stands around every page: settings, languages, words, menus, and the terms to link in its texts. */
export const findFrame: ReadHandler = async (reader) => {
  reader.tags.add('i18n.locale');
  const [settings, locales, words, pages, glossary] = await Promise.all([
    reader.one(contract, 'settings', { populate: { editions: true, funders: true } }),
    findLocales(reader.strapi),
    findWords(reader),
    reader.list(contract, 'page', { filters: { placement: { $ne: 'none' } } }),
    findForms(reader),
  ]);
  const placed = (placement: string) => pages.filter((page) => page['placement'] === placement).map(linkOf);
  return settings && { settings, locales, ...words, menu: placed('menu'), footer: placed('footer'), glossary };
};

function linkOf(page: Located) {
  const french = page.french?.includes('title') ? { french: ['title'] } : {};
  return { path: pathOf(contract, 'page', page), title: page['title'], lang: page.lang, ...french };
}
