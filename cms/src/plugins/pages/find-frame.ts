import type { Located } from '../../lib/overlay';
import { pathOf } from '../../lib/page';
import type { ReadHandler } from '../../lib/public-routes';
import { findLocales } from '../../lib/locales';
import { findWords } from '../translation/find-words';
import { contract } from './contract';

/** What stands around every page: settings, languages, words, menus. */
export const findFrame: ReadHandler = async (reader) => {
  reader.tags.add('i18n.locale');
  const [settings, locales, words, pages] = await Promise.all([
    reader.one(contract, 'settings', { populate: { funders: true } }),
    findLocales(reader.strapi),
    findWords(reader),
    reader.list(contract, 'page', { filters: { placement: { $ne: 'none' } } }),
  ]);
  const placed = (placement: string) => pages.filter((page) => page['placement'] === placement).map(linkOf);
  return settings && { settings, locales, ...words, menu: placed('menu'), footer: placed('footer') };
};

function linkOf(page: Located) {
  const french = page.french?.includes('title') ? { french: ['title'] } : {};
  return { path: pathOf(contract, 'page', page), title: page['title'], lang: page.lang, ...french };
}
