import { expect, test } from 'vitest';
import { formatDate } from './format-date.ts';

test.each([
  ['2026-11-24T23:30:00Z', '25 novembre 2026'],
  ['2026-11-24T22:30:00Z', '24 novembre 2026'],
  ['2026-06-14T22:30:00Z', '15 juin 2026'],
  ['2026-11-24', '24 novembre 2026'],
  ['2026-06-15', '15 juin 2026'],
])('%s is told as %s', (iso, expected) => {
  expect(formatDate(iso, 'fr')).toBe(expected);
});
