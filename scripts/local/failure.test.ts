import { expect, test } from 'vitest';
import { explain, Failure, tellsOfFullDisk } from './failure.ts';

test('a failure is told in its own words', () => {
  expect(explain(new Failure('Port 4321 is taken.'))).toBe('Port 4321 is taken.');
});

test('a full disk is told as such, whatever met it', () => {
  const error = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(explain(error)).toBe(
    'The disk is full. Free some space (a first start needs about 3 GB), then run this again.',
  );
  expect(tellsOfFullDisk('FATAL: could not extend file: No space left on device')).toBe(true);
});

test("another user's folder is told as such", () => {
  const error = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '.data/secrets.json' });
  expect(explain(error)).toBe(
    '.data/secrets.json cannot be written: it belongs to another user. Run this as the user who ran it first, or give the folder to yourself with chown.',
  );
});

test('what nobody foresaw is told with where it happened', () => {
  expect(explain(new TypeError('x is not a function'))).toMatch(/^TypeError: x is not a function\n {4}at /);
});
