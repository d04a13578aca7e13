import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

const now = Date.parse('2026-03-10T12:00:00Z');

test.each([
  ['2026-03-10T11:59:40Z', { value: -0, unit: 'minute' }],
  ['2026-03-10T11:15:00Z', { value: -45, unit: 'minute' }],
  ['2026-03-10T09:30:00Z', { value: -2, unit: 'hour' }],
  ['2026-03-09T12:00:01Z', { value: -23, unit: 'hour' }],
  ['2026-02-28T12:00:00Z', { value: -10, unit: 'day' }],
])('a moderator reads how long something sent at %s has waited', (moment, age) => {
  expect(ageOf(moment, now)).toEqual(age);
});

test('a clock that runs late does not put what was sent in the future', () => {
  expect(ageOf('2026-03-10T12:05:00Z', now)).toEqual({ value: -0, unit: 'minute' });
});
