import type { Frame } from '@s-tetic/cms/contracts/pages';
import { paths } from '../../lib/paths.ts';
import type { AddressOf } from '../../lib/sitemap.ts';
import type { Thing } from '../../lib/structured-data.ts';

/** The site and who publishes it, as schema.org describes them, for the home page. */
export function siteData({ settings }: Pick<Frame, 'settings'>, locale: string, addressOf: AddressOf): Thing[] {
  const { siteName, tagline, operator, operatorUrl } = settings;
  const site = addressOf('fr', paths.home);
  const publisher = { '@id': `${site}#operateur` };
  return [
    {
      '@type': 'WebSite',
      '@id': `${site}#site`,
      url: addressOf(locale, paths.home),
      name: siteName,
      description: tagline,
      inLanguage: locale,
      publisher,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${addressOf(locale, paths.search)}?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
    { '@type': 'Organization', ...publisher, name: operator, ...(operatorUrl && { url: operatorUrl }) },
  ];
}
