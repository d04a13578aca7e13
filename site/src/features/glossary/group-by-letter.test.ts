import { expect, test } from 'vitest';
import { groupByLetter } from './group-by-letter.ts';

test('terms stand under their first letter, whatever its accent', () => {
  const terms = ['Boucle', 'Édition', 'essaimage', 'Œuvre'].map((name) => ({ name }));
  expect(groupByLetter(terms).map(({ letter, terms }) => [letter, terms.length])).toEqual([
    ['B', 1],
    ['E', 2],
    ['O', 1],
  ]);
});
