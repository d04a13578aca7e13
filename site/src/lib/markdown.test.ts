import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

const french = { locale: 'fr' };

test('links within the site lead to the reader’s language', () => {
  expect(renderMarkdown('[l’étape 3](/charte/creer-du-business)', { locale: 'en' })).toBe(
    '<p><a href="/en/charte/creer-du-business">l’étape 3</a></p>\n',
  );
  expect(renderMarkdown('[FAQ](/faq#adherer)', french)).toContain('href="/faq#adherer"');
});

test('links to other sites do not hand over the window', () => {
  expect(renderMarkdown('[Agoria](https://www.agoria.be)', french)).toContain(
    '<a href="https://www.agoria.be" rel="noopener">',
  );
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['an image with a handler', '<img src=x onerror=alert(1)>'],
  ['a javascript: link', '[x](javascript:alert(1))'],
  ['a javascript: link in disguise', '[x](JaVaScRiPt&#58;alert(1))'],
  ['a javascript: autolink', '<javascript:alert(1)>'],
  ['a data: link', '[x](data:text/html,<script>alert(1)</script>)'],
  ['a link to another host without scheme', '[x](//evil.example)'],
  ['the same with a backslash', '[x](/\\evil.example)'],
  ['an attribute breaking out of a link', '[x](/charte "a\\" onclick=alert(1) b=\\"")'],
  ['an image', '![x](https://evil.example/pixel.png)'],
])('%s cannot act', (_, text) => {
  const html = renderMarkdown(text, french);
  expect(html).not.toMatch(/<script|<img|<a [^>]*(javascript:|data:|href="\/[/\\])|<[^>"]*("[^"]*"[^>"]*)* onclick/i);
});

test('headings go below the heading of the page', () => {
  expect(renderMarkdown('## Titre', french)).toBe('<h2>Titre</h2>\n');
  expect(renderMarkdown('# Titre', french)).toBe('<h2>Titre</h2>\n');
  expect(renderMarkdown('## Titre', { locale: 'fr', under: 3 })).toBe('<h4>Titre</h4>\n');
  expect(renderMarkdown('###### Titre', { locale: 'fr', under: 3 })).toBe('<h6>Titre</h6>\n');
});

test('lists, emphasis and the non-breaking spaces of French are kept', () => {
  expect(renderMarkdown('- **Oui** : *tout*', french)).toBe(
    '<ul>\n<li><strong>Oui</strong> : <em>tout</em></li>\n</ul>\n',
  );
});

test('a word leads where it is told to, but not in a heading, a link or code', () => {
  const split = (text: string) =>
    text
      .split(/(?=cluster)|(?<=cluster)/)
      .map((piece) => (piece === 'cluster' ? { text: piece, path: '/glossaire#cluster' } : piece));
  const render = (text: string) => renderMarkdown(text, { locale: 'en', split });
  expect(render('Le **cluster** naît.')).toBe(
    '<p>Le <strong><a class="term" href="/en/glossaire#cluster">cluster</a></strong> naît.</p>\n',
  );
  expect(render('## Le cluster\n\n[un cluster](/faq) `cluster`')).not.toContain('glossaire');
});
