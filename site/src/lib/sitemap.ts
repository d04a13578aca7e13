import type { SiteMap } from '@s-tetic/cms/contracts/pages';
import { escapeXml } from './xml.ts';

/** The absolute address of a path in a language. */
export type AddressOf = (locale: string, path: string) => string;

type Pages = SiteMap['pages'];

/**
 * Addresses in one sitemap at most. The protocol allows 50,000 and 50 MB (https://www.sitemaps.org/protocol.html);
 * this many, each with its siblings, are about 5 MB, which a server renders and keeps without a second thought.
 */
export const SITEMAP_SIZE = 10_000;

/** The pages that are published in a language, by sitemap. A page shown there in French is no page of its own. */
export function sitemapsOf(pages: Pages, locale: string): Pages[] {
  const published = pages.filter(({ locales }) => locales.includes(locale));
  const count = Math.ceil(published.length / SITEMAP_SIZE);
  return Array.from({ length: count }, (_, index) => published.slice(index * SITEMAP_SIZE, (index + 1) * SITEMAP_SIZE));
}

/** The index of the sitemaps: those of each language, each with when the last of its pages changed. */
export function renderSitemapIndex(
  { pages, locales }: SiteMap,
  addressOf: (locale: string, number: number) => string,
): string {
  const sitemaps = locales.flatMap((locale) =>
    sitemapsOf(pages, locale).map((list, index) => ({ address: addressOf(locale, index + 1), list })),
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${sitemaps.map(({ address, list }) => renderEntry(address, latestOf(list))).join('')}</sitemapindex>
`;
}

/**
 * The sitemap of some pages in a language, each with its siblings in the others
 * (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
 */
export function renderSitemap(pages: Pages, locale: string, addressOf: AddressOf): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map((page) => renderUrl(page, locale, addressOf)).join('')}</urlset>
`;
}

function renderEntry(address: string, updatedAt: string): string {
  return `  <sitemap>
    <loc>${escapeXml(address)}</loc>
    <lastmod>${escapeXml(updatedAt)}</lastmod>
  </sitemap>
`;
}

function renderUrl({ path, locales, updatedAt }: Pages[number], locale: string, addressOf: AddressOf): string {
  const alternates = locales.map((other) => renderAlternate(other, addressOf(other, path)));
  return `  <url>
    <loc>${escapeXml(addressOf(locale, path))}</loc>
    <lastmod>${escapeXml(updatedAt)}</lastmod>
${locales.length > 1 ? [...alternates, renderAlternate('x-default', addressOf('fr', path))].join('') : ''}  </url>
`;
}

function renderAlternate(locale: string, address: string): string {
  return `    <xhtml:link rel="alternate" hreflang="${escapeXml(locale)}" href="${escapeXml(address)}"/>
`;
}

/** ISO dates in the same zone are in the order of their letters. */
function latestOf(pages: Pages): string {
  return pages.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), '');
}
