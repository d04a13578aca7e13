import { expect, test } from 'vitest';
import { sharingOf } from './freshness.ts';

const shared = { 'cdn-cache-control': 'max-age=60, stale-while-revalidate=3600', 'cache-tag': 'a, b,c' };

test('a page says how long it may be shared and what outdates it', () => {
  expect(sharingOf({ status: 200, headers: shared })).toEqual({
    maxAge: 60,
    staleWhileRevalidate: 3600,
    tags: ['a', 'b', 'c'],
  });
});

test('a lasting redirection is shared as a page is', () => {
  for (const status of [301, 308]) expect(sharingOf({ status, headers: shared })?.maxAge).toBe(60);
  for (const status of [302, 303, 307]) expect(sharingOf({ status, headers: shared })).toBeUndefined();
});

test('a missing page is shared briefly, whatever it says', () => {
  for (const headers of [{}, shared])
    expect(sharingOf({ status: 404, headers })).toMatchObject({ maxAge: 10, staleWhileRevalidate: 0 });
});

test.each([
  ['has no cache header', 200, {}],
  ['has tags but no time', 200, { 'cache-tag': 'a' }],
  ['has no time left', 200, { 'cdn-cache-control': 'max-age=0' }],
  ['says no-store to the CDN', 200, { 'cdn-cache-control': 'no-store, max-age=60' }],
  ['sets a cookie', 200, { ...shared, 'set-cookie': ['a=b'] }],
  ['sets a cookie, missing or not', 404, { 'set-cookie': ['a=b'] }],
  ['is private', 200, { ...shared, 'cache-control': 'private, max-age=3' }],
  ['varies on the reader', 200, { ...shared, vary: 'Accept-Encoding, Cookie' }],
  ['varies on everything', 200, { ...shared, vary: '*' }],
  ['is refused', 403, shared],
  ['is an answer to a form', 422, shared],
])('what %s is not shared', (_, status, headers) => {
  expect(sharingOf({ status, headers })).toBeUndefined();
});
