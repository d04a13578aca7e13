import { expect, test } from 'vitest';
import { renderSitemap, renderSitemapIndex, SITEMAP_SIZE, sitemapsOf } from './sitemap.ts';

const addressOf = (locale: string, path: string) => `https://site.example${locale === 'fr' ? '' : `/${locale}`}${path}`;
const page = (path: string, locales: string[], updatedAt = '2026-03-04T10:00:00.000Z') => ({
  path,
  title: path,
  locales,
  updatedAt,
});

test('a page has an address in the sitemap of each language that it is published in, with its siblings', () => {
  const pages = [page('/faq', ['fr', 'en']), page('/charte', ['fr'])];
  expect(sitemapsOf(pages, 'en')).toEqual([[pages[0]]]);
  const xml = renderSitemap([pages[0]!], 'en', addressOf);
  expect(xml.match(/<loc>.*?<\/loc>/g)).toEqual(['<loc>https://site.example/en/faq</loc>']);
  expect([...xml.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, code, href]) => [code, href])).toEqual([
    ['fr', 'https://site.example/faq'],
    ['en', 'https://site.example/en/faq'],
    ['x-default', 'https://site.example/faq'],
  ]);
});

test('a page in one language has no sibling to name', () => {
  expect(renderSitemap([page('/faq', ['fr'])], 'fr', addressOf)).not.toContain('hreflang');
});

test('the index leads to the sitemaps that have pages, dated by the newest', () => {
  const pages = [page('/faq', ['fr', 'en'], '2026-01-01T10:00:00.000Z'), page('/charte', ['fr'])];
  const xml = renderSitemapIndex({ pages, locales: ['fr', 'en', 'nl'] }, (locale, number) => `${locale}-${number}`);
  expect(
    [...xml.matchAll(/<loc>(.*?)<\/loc>\s*<lastmod>(.*?)<\/lastmod>/g)].map(([, loc, date]) => [loc, date]),
  ).toEqual([
    ['fr-1', '2026-03-04T10:00:00.000Z'],
    ['en-1', '2026-01-01T10:00:00.000Z'],
  ]);
});

test('more pages than one sitemap may hold are in several, none twice and none missing', () => {
  const pages = Array.from({ length: SITEMAP_SIZE * 2 + 1 }, (_, index) => page(`/${index}`, ['fr']));
  const sitemaps = sitemapsOf(pages, 'fr');
  expect(sitemaps.map(({ length }) => length)).toEqual([SITEMAP_SIZE, SITEMAP_SIZE, 1]);
  expect(sitemaps.flat()).toEqual(pages);
});

test('a full sitemap in three languages is far from the limit of the protocol', () => {
  const long = `/ressources/${'a'.repeat(120)}`;
  const pages = Array.from({ length: SITEMAP_SIZE }, () => page(long, ['fr', 'en', 'nl']));
  expect(renderSitemap(pages, 'fr', addressOf).length).toBeLessThan(50 * 1024 * 1024);
});
