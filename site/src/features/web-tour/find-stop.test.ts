import { expect, test } from 'vitest';
import { findStop } from './find-stop.ts';

const tour = {
  slug: 'la-charte',
  title: 'La charte',
  summary: 'En trois arrêts.',
  lang: 'fr',
  length: 3,
  stops: ['depart', 'milieu', 'arrivee'].map((slug) => ({ slug, title: slug, text: '', lang: 'fr' })),
};

test('the first stop has none before it', () => {
  expect(findStop(tour, 'depart')).toMatchObject({
    position: 1,
    total: 3,
    previous: undefined,
    next: { slug: 'milieu' },
  });
});

test('a stop on the way has both neighbours', () => {
  expect(findStop(tour, 'milieu')).toMatchObject({
    position: 2,
    previous: { slug: 'depart' },
    next: { slug: 'arrivee' },
  });
});

test('the last stop has none after it', () => {
  expect(findStop(tour, 'arrivee')).toMatchObject({ position: 3, previous: { slug: 'milieu' }, next: undefined });
});

test('a stop that the tour does not have is not found', () => {
  expect(findStop(tour, 'ailleurs')).toBeUndefined();
  expect(findStop(tour, undefined)).toBeUndefined();
});
