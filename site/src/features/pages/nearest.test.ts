import { expect, test } from 'vitest';
import { nearestTo } from './nearest.ts';

const pages = [
  '/',
  '/charte',
  '/charte/se-connaitre',
  '/charte/connaitre-son-environnement',
  '/charte/creer-du-business',
  '/definition-du-cluster',
  '/faq',
  '/ressources',
  '/ressources/agoria',
].map((path) => ({ path }));

const first = (pathname: string) => nearestTo(pathname, pages)[0]?.path;

test.each([
  ['/chartes', '/charte'],
  ['/definition-cluster', '/definition-du-cluster'],
  ['/d%C3%A9finition-du-cluster', '/definition-du-cluster'],
  ['/en/charte/creer-business', '/charte/creer-du-business'],
  ['/creer-du-business', '/charte/creer-du-business'],
  ['/resources', '/ressources'],
  ['/ressource/agoria', '/ressources/agoria'],
])('%s was probably meant to be %s', (asked, meant) => {
  expect(first(asked)).toBe(meant);
});

test.each(['/', '/zz/yy', '/wp-admin.php', '/%', '/…'])('nothing is near %s', (asked) => {
  expect(nearestTo(asked, pages)).toEqual([]);
});

test('no more is offered than one can take in', () => {
  expect(nearestTo('/charte/connaitre', pages, 2).length).toBeLessThanOrEqual(2);
});
