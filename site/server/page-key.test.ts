import { expect, test } from 'vitest';
import { pageKey } from './page-key.ts';

test('an address that needs nothing is its own key', () => {
  for (const target of ['/', '/charte/se-connaitre', '/en/faq', '/ressources?step=3&zone=liege'])
    expect(pageKey(target)).toBe(target);
});

test.each([
  [
    'parameters that matter are sorted, the others dropped',
    '/ressources?zone=liege&utm_source=x&step=3',
    '/ressources?step=3&zone=liege',
  ],
  ['what a form left empty counts as absent', '/ressources?step=&zone=&words=vin', '/ressources?words=vin'],
  ['a parameter given twice is kept twice', '/ressources?step=5&step=3', '/ressources?step=3&step=5'],
  ['spaces are written one way', '/ressources?words=a%20b', '/ressources?words=a+b'],
  ['letters that need no escape lose it', '/%63harte', '/charte'],
  ['escapes are in upper case', '/caf%c3%a9', '/caf%C3%A9'],
  ['a bare accent is escaped', '/café', '/caf%C3%A9'],
  ['doubled slashes are one', '//exemple.test//charte', '/exemple.test/charte'],
  ['dots are followed', '/a/../charte/./x', '/charte/x'],
  ['the host of an absolute address plays no part', 'http://other.test/charte?step=1', '/charte?step=1'],
])('%s', (_, target, key) => {
  expect(pageKey(target)).toBe(key);
});

test.each(['/%', '/%zz', '/%ff', '/a%00b', 'charte', '*'])('%s is malformed', (target) => {
  expect(pageKey(target)).toBeUndefined();
});

test('a key is the key of itself', () => {
  for (const target of ['/%63afé/?q=é+&sort=b', '//a///b?page=2&page=1', '/a%2Fb%252F'])
    expect(pageKey(pageKey(target)!)).toBe(pageKey(target));
});
