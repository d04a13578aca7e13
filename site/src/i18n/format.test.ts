import { expect, test } from 'vitest';
import { directionOf, formatDate, formatKilobytes, languageName, listOf, ownLanguageName } from './format.ts';

test('a date is the day that Wallonia lives', () => {
  expect(formatDate('2026-11-23T23:30:00.000Z', 'fr')).toBe('24 novembre 2026');
  expect(formatDate('2026-03-12', 'en')).toBe('March 12, 2026');
});

test('languages have a name, in one language or in their own', () => {
  expect(languageName('nl', 'fr')).toBe('néerlandais');
  expect(ownLanguageName('nl')).toBe('Nederlands');
  expect(ownLanguageName('ar')).toBe('العربية');
});

test('Arabic is read from right to left', () => {
  expect(directionOf('ar')).toBe('rtl');
  expect(directionOf('fr')).toBe('ltr');
});

test('a list ends with its conjunction', () => {
  expect(listOf(['Namur', 'Liège', 'HBN'], 'fr')).toBe('Namur, Liège et HBN');
});

test('a weight is in kilobytes of a thousand', () => {
  expect(formatKilobytes(12_642, 'fr')).toBe('12,6\u202Fko');
  expect(formatKilobytes(0, 'en')).toBe('0 kB');
});
