import { expect, test } from 'vitest';
import { readTerms } from './read-terms';

const read = (query: string, synonyms: string[][] = []) =>
  readTerms(query, synonyms).map(({ alternatives }) => alternatives.map((words) => words.join(' ')));

test('articles that are elided fall away, with either apostrophe', () => {
  expect(read("l’export d'abord qu’ici")).toEqual([['export'], ['abord'], ['ici']]);
});

test('signs are no words', () => {
  expect(read(`' OR 1=1; -- <b> & | ! :* ("`)).toEqual([['OR'], ['1'], ['1']]);
  expect(read('?… 🦉 %')).toEqual([]);
});

test('a word stands for its synonyms, whatever its accents, capitals and plural', () => {
  const synonyms = [['TÎC', ' numérique ', 'technologies de l’information']];
  expect(read('tics', synonyms)).toEqual([['tics', 'numérique', 'technologies de information']]);
});

test('words that have synonyms together are taken together', () => {
  const synonyms = [['FEDER', 'fonds européen']];
  expect(read('les fonds européens en Wallonie', synonyms)).toEqual([
    ['les'],
    ['fonds européens', 'FEDER'],
    ['en'],
    ['Wallonie'],
  ]);
});

test('a word also stands for its other gender', () => {
  expect(read('formatrice')).toEqual([['formatrice', 'formateur']]);
});

test('more than twelve words are not read', () => {
  expect(read('mot '.repeat(500))).toHaveLength(12);
});
