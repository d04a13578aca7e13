import { resourceFilters } from '@s-tetic/cms/contracts/resources';
import { resultsQuery } from '@s-tetic/cms/contracts/search';
import { expect, test } from 'vitest';
import { queryOf as filtersOf } from '../src/features/resources/filters.ts';
import { queryOf as searchOf } from '../src/features/search/search-address.ts';
import { isTyped, pageKey } from './page-key.ts';

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
  ['what a form left empty counts as absent', '/ressources?step=&zone=&q=vin', '/ressources?q=vin'],
  [
    'a parameter given twice is what it is first, as pages read it',
    '/ressources?step=&step=5&step=3',
    '/ressources?step=5',
  ],
  ['spaces are written one way', '/ressources?q=a%20b', '/ressources?q=a+b'],
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

test.each([
  '/ressources?kind=private&language=nl&page=2&sort=name&step=3&zone=brabant-wallon',
  '/en/ressources?step=3',
  '/ressources/inscrire?step=5&zone=liege',
  '/ou-en-etes-vous?faites=124',
  '/charte',
])('%s is an address that we write', (key) => {
  expect(isTyped(key)).toBe(false);
});

test.each([
  ['words', '/faq?q=export'],
  ['words among others', '/ressources?q=export&step=3'],
  ['a type of things to look for', '/recherche?type=a.b'],
  ['a parameter that the page does not read', '/charte?zone=liege'],
  ['one that another page reads', '/en/faq?step=3'],
  ['a number written otherwise', '/ressources?page=02'],
  ['a number written otherwise still', '/ressources?step=3.0'],
  ['spaces around a value', '/ressources?kind=+private'],
])('%s can be made up without end: %s', (_, key) => {
  expect(isTyped(key)).toBe(true);
});

test('all that the links of the directory and of the search carry is in the name of their page', () => {
  const filters = { q: 'vin', step: 3, zone: 'liege', kind: 'public', language: 'nl', page: 2, sort: 'new' };
  const search = { q: 'vin', type: 'faq.entry', page: 2 };
  const addresses = [
    `/ressources${filtersOf(resourceFilters.parse(filters))}`,
    `/recherche${searchOf(resultsQuery.parse(search))}`,
  ];
  const sorted = (address: string) => address.split(/[?&]/).sort();
  for (const address of addresses) expect(sorted(pageKey(address)!)).toEqual(sorted(address));
  expect(sorted(addresses[0]!)).toHaveLength(1 + Object.keys(filters).length);
});
