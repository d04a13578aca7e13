import { expect, test } from 'vitest';
import { isWithin, localized, pathOfName, paths } from './paths.ts';

test('French pages have no prefix, the others have that of their language', () => {
  expect(localized('/charte', 'fr')).toBe('/charte');
  expect(localized('/charte', 'en')).toBe('/en/charte');
  expect(localized('/', 'fr')).toBe('/');
  expect(localized('/', 'fr-BE')).toBe('/fr-BE');
});

test('a filtered list keeps its filters in its address', () => {
  expect(paths.resourcesOf({ step: 3, zone: 'namur' })).toBe('/ressources?step=3&zone=namur');
  expect(localized(paths.resourcesOf({ step: 3 }), 'nl')).toBe('/nl/ressources?step=3');
});

test('a step is within the charter, and no page is within the home page but itself', () => {
  expect(isWithin('/charte/se-connaitre', paths.charter)).toBe(true);
  expect(isWithin('/charte', paths.charter)).toBe(true);
  expect(isWithin('/chartes', paths.charter)).toBe(false);
  expect(isWithin('/charte', paths.home)).toBe(false);
});

test.each(['/', '/faq', '/charte/se-connaitre', '/webtour/la-charte/arret'])(
  'the card of %s leads back to it',
  (path) => {
    const [, name] = /^\/partage\/([^/]+)\.png$/.exec(paths.card(path)) ?? [];
    expect(pathOfName(name!)).toBe(path);
  },
);
