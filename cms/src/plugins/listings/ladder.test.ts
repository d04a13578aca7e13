import { ladder } from '@s-tetic/config/upkeep';
import { expect, test } from 'vitest';
import { daysSince, monthsAfter, rungAt } from './ladder.ts';

test('a listing is reminded, marked, sunk and archived, each on its day and not before', () => {
  expect(rungAt(-31)).toEqual({ standing: 'current', isArchived: false });
  for (const day of ladder.reminders) expect(rungAt(day)).toMatchObject({ reminder: day, standing: 'current' });
  expect(rungAt(ladder.toConfirm - 1).standing).toBe('current');
  expect(rungAt(ladder.toConfirm).standing).toBe('toConfirm');
  expect(rungAt(ladder.sunk).standing).toBe('sunk');
  expect(rungAt(ladder.archived - 1).isArchived).toBe(false);
  expect(rungAt(ladder.archived).isArchived).toBe(true);
});

test('the steps of the ladder follow each other', () => {
  const { reminders, toConfirm, sunk, archived } = ladder;
  const days = [...reminders, toConfirm, sunk, archived];
  expect(days).toEqual([...days].sort((one, other) => one - other));
});

test.each([
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-11-24', 12, '2027-11-24'],
])('%s and %i months is %s', (from, months, expected) => {
  expect(monthsAfter(from, months)).toBe(expected);
});

test('days are counted from midnight to midnight', () => {
  expect(daysSince('2026-11-24', new Date('2026-11-23T23:59:00Z'))).toBe(-1);
  expect(daysSince('2026-11-24', new Date('2026-11-24T00:01:00Z'))).toBe(0);
});
