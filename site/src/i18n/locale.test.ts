import { expect, test } from 'vitest';
import { prefixOf, withoutPrefix } from './locale.ts';

test.each([
  ['/en', 'en'],
  ['/en/charte', 'en'],
  ['/fr/charte', 'fr'],
  ['/pt-BR/faq', 'pt-BR'],
  // Only the CMS knows whether these exist.
  ['/xx/charte', 'xx'],
  ['/tic', 'tic'],
])('%s asks for the language %s', (pathname, prefix) => {
  expect(prefixOf(pathname)).toBe(prefix);
});

test.each(['/', '/charte', '/faq', '/ou-en-etes-vous', '/ressources/en', '/a/b/charte', '//en', '/en%00', '/..'])(
  '%s asks for no language',
  (pathname) => {
    expect(prefixOf(pathname)).toBeUndefined();
  },
);

test('the rest of the address is the French one', () => {
  expect(withoutPrefix('/en/charte/se-connaitre', 'en')).toBe('/charte/se-connaitre');
  expect(withoutPrefix('/en', 'en')).toBe('/');
  expect(withoutPrefix('/en/', 'en')).toBe('/');
});
