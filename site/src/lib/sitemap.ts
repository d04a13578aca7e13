import type { SiteMap } from '@s-tetic/cms/contracts/pages';
import { escapeXml } from './xml.ts';

/** The absolute address of a path in a language. */
export type AddressOf = (locale: string, path: string) => string;

/**
 * The sitemap (https://www.sitemaps.org/protocol.html): every page in every language in which it is published,
 * each with its siblings (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
 * A page shown in French under another language is no page of its own: its address says that the French one is.
 */
export function renderSitemap({ pages }: SiteMap, addressOf: AddressOf): string {
  const urls = pages.flatMap((page) => page.locales.map((locale) => renderUrl(page, locale, addressOf)));
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('')}</urlset>
`;
}

function renderUrl(
  { path, locales, updatedAt }: SiteMap['pages'][number],
  locale: string,
  addressOf: AddressOf,
): string {
  const alternates = locales.length > 1 ? locales.map((other) => renderAlternate(other, addressOf(other, path))) : [];
  return `  <url>
    <loc>${escapeXml(addressOf(locale, path))}</loc>
    <lastmod>${escapeXml(updatedAt)}</lastmod>
${alternates.join('')}  </url>
`;
}

function renderAlternate(locale: string, address: string): string {
  return `    <xhtml:link rel="alternate" hreflang="${escapeXml(locale)}" href="${escapeXml(address)}"/>
`;
}
