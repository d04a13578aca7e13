import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Outage } from './outage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a page that fails waits longer and longer, half a minute at most', () => {
  const outage = new Outage();
  const waits = Array.from({ length: 7 }, () => {
    outage.noteFailure('/a', true);
    const wait = outage.holdsFor('/a');
    vi.advanceTimersByTime(wait);
    return wait;
  });
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test('once the wait is over one caller goes, and the next ones wait for what becomes of it', () => {
  const outage = new Outage();
  outage.noteFailure('/a', true);
  vi.advanceTimersByTime(1_000);
  expect(outage.holdsFor('/a')).toBe(0);
  expect(outage.holdsFor('/a')).toBeGreaterThan(0);
});

test('one broken page does not hold the others', () => {
  const outage = new Outage();
  for (let i = 0; i < 10; i++) outage.noteFailure('/broken', true);
  expect(outage.holdsFor('/other')).toBe(0);
});

test('several pages that fail in a row for want of the CMS hold every page', () => {
  const outage = new Outage();
  for (const key of ['/a', '/b', '/c']) outage.noteFailure(key, true);
  expect(outage.holdsFor('/other')).toBe(1_000);
});

test('pages that are at fault themselves hold only themselves', () => {
  const outage = new Outage();
  for (const key of ['/a', '/b', '/c', '/d']) outage.noteFailure(key, false);
  expect(outage.holdsFor('/a')).toBe(1_000);
  expect(outage.holdsFor('/other')).toBe(0);
});

test('a success ends the wait of all', () => {
  const outage = new Outage();
  for (const key of ['/a', '/b', '/c']) outage.noteFailure(key, true);
  outage.noteSuccess('/d');
  expect(outage.holdsFor('/other')).toBe(0);
});

test('nothing waits once the CMS is known to be back', () => {
  const outage = new Outage();
  for (const key of ['/a', '/b', '/c']) outage.noteFailure(key, true);
  outage.end();
  expect(['/a', '/other'].map((key) => outage.holdsFor(key))).toEqual([0, 0]);
});

test('the first success after an outage is told, once', () => {
  const onEnd = vi.fn();
  const outage = new Outage(onEnd);
  outage.noteSuccess('/a');
  outage.noteFailure('/b', true);
  outage.noteSuccess('/a');
  outage.noteSuccess('/a');
  expect(onEnd).toHaveBeenCalledOnce();
});
