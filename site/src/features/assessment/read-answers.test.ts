import { expect, test } from 'vitest';
import { pageKey } from '../../../server/page-key.ts';
import { queryOf, readAnswers } from './read-answers.ts';

const read = (query: string) => readAnswers(new URLSearchParams(query));

test('an address without answers asks the questions', () => {
  expect(read('')).toEqual({ done: undefined, isShort: true });
  expect(read('?utm_source=lettre')).toEqual({ done: undefined, isShort: true });
});

test('what the form sends leads to the short address', () => {
  const { done, isShort } = read('?faites=0&e1=oui&e2=pas-encore&e4=oui');
  expect(isShort).toBe(false);
  expect(queryOf(done)).toBe('?faites=14');
});

test('a form where nothing is answered says that nothing is done yet', () => {
  expect(read('?faites=0')).toEqual({ done: new Set(), isShort: true });
});

test.each([
  ['?faites=41', '?faites=14'],
  ['?faites=114', '?faites=14'],
  ['?faites=14.', '?faites=14'],
  ['?faites=1&faites=4', '?faites=14'],
  ['?faites=01', '?faites=1'],
  ['?e3=oui', '?faites=3'],
  ['?e3=pas-encore', '?faites=0'],
  ['?faites=', ''],
  ['?faites=lune', ''],
])('%s is written another way: %s', (query, short) => {
  const { done, isShort } = read(query);
  expect(isShort).toBe(false);
  expect(queryOf(done)).toBe(short);
  expect(read(short).isShort).toBe(true);
});

test('each of the 512 states has one address, which is its own key in the store of pages', () => {
  const addresses = Array.from({ length: 512 }, (_, bits) =>
    queryOf(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((step) => bits & (1 << (step - 1))))),
  );
  expect(new Set(addresses).size).toBe(512);
  for (const address of addresses) {
    const { done, isShort } = read(address);
    expect({ isShort, address: queryOf(done) }).toEqual({ isShort: true, address });
    expect(pageKey(`/ou-en-etes-vous${address}`)).toBe(`/ou-en-etes-vous${address}`);
  }
});

test('the server hands over what the form sends', () => {
  expect(pageKey('/ou-en-etes-vous?faites=0&e1=oui&e9=pas-encore')).toBe(
    '/ou-en-etes-vous?e1=oui&e9=pas-encore&faites=0',
  );
});
