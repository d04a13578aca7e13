import { expect, test } from 'vitest';
import { renderFeed } from './atom.ts';

const feed = {
  title: 'Nouvelles ressources',
  language: 'fr',
  address: 'https://site.example/ressources/feed.xml',
  page: 'https://site.example/ressources',
  author: 'Agoria Hainaut Namur',
};

const entry = (name: string, updatedAt: string, summary = 'Un appui.') => ({
  title: name,
  language: 'fr',
  address: `https://site.example/ressources/${name}`,
  updatedAt,
  summary,
});

test('the newest entry comes first and dates the feed', () => {
  const xml = renderFeed({
    ...feed,
    entries: [entry('ancienne', '2026-01-02T10:00:00.000Z'), entry('nouvelle', '2026-03-04T10:00:00.000Z')],
  });
  expect(xml.indexOf('nouvelle')).toBeLessThan(xml.indexOf('ancienne'));
  expect(xml.match(/<updated>(.*?)<\/updated>/)?.[1]).toBe('2026-03-04T10:00:00.000Z');
});

test('a feed without entry is still a feed, the same at each reading', () => {
  const xml = renderFeed({ ...feed, entries: [] });
  expect(xml).toBe(renderFeed({ ...feed, entries: [] }));
  expect(xml).not.toContain('<entry');
});

test('nothing in an entry can become markup', () => {
  const hostile = '</summary><script>alert(1)</script> & "\'\u0000\uD800';
  const xml = renderFeed({ ...feed, entries: [entry('une', '2026-01-02T10:00:00.000Z', hostile)] });
  expect(xml).toContain('&lt;/summary&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#39;\uFFFD</summary>');
});

test('an answer that we rendered keeps its links, which start from its page', () => {
  const html = '<p>Voir <a href="/charte">la charte</a>.</p>';
  const xml = renderFeed({ ...feed, entries: [{ ...entry('une', '2026-01-02T10:00:00.000Z'), html }] });
  expect(xml).toContain('xml:base="https://site.example/ressources/une"');
  expect(xml).toContain('<content type="html">&lt;p&gt;Voir &lt;a href=&quot;/charte&quot;&gt;');
});

test('an entry keeps its identity when its address changes, and names who wrote it', () => {
  const id = 'tag:site.example,2026-01-02:commentaires/1';
  const entries = [{ ...entry('une', '2026-01-02T10:00:00.000Z'), id, author: 'Zoé & fils' }];
  const xml = renderFeed({ ...feed, entries });
  expect(xml).toContain(`<id>${id}</id>`);
  expect(xml).toContain('<author><name>Zoé &amp; fils</name></author>');
});
