import { expect, test } from 'vitest';
import { renderSitemap } from './sitemap.ts';

const addressOf = (locale: string, path: string) => `https://site.example${locale === 'fr' ? '' : `/${locale}`}${path}`;
const page = (path: string, locales: string[]) => ({
  path,
  title: path,
  locales,
  updatedAt: '2026-03-04T10:00:00.000Z',
});

test('a page is there once for each language that it is published in, with its siblings', () => {
  const xml = renderSitemap({ pages: [page('/faq', ['fr', 'en'])], locales: ['fr', 'en', 'nl'] }, addressOf);
  expect(xml.match(/<loc>.*?<\/loc>/g)).toEqual([
    '<loc>https://site.example/faq</loc>',
    '<loc>https://site.example/en/faq</loc>',
  ]);
  expect(xml.match(/hreflang="en" href="https:\/\/site\.example\/en\/faq"/g)).toHaveLength(2);
  expect(xml).not.toContain('/nl/');
});

test('a page in one language has no sibling to name', () => {
  expect(renderSitemap({ pages: [page('/faq', ['fr'])], locales: ['fr'] }, addressOf)).not.toContain('hreflang');
});
