import { expect, test } from 'vitest';
import { searchQuestions, wordsAsked } from './search-questions.ts';

const groups = [
  {
    slug: 'se-rencontrer',
    entries: [
      { question: 'Qui convoque les réunions ?', answer: 'Les entreprises.' },
      { question: 'Où est l’agenda ?', answer: 'Une réunion appartient à qui la lance. Voyez [ici](/webtour/x).' },
    ],
  },
  { slug: 'site', entries: [{ question: 'Et le cœur ?', answer: 'Les cookies : aucun.' }] },
];
const found = (asked: string) =>
  searchQuestions(groups, asked).groups.flatMap(({ entries }) => entries.map(({ question }) => question));

test.each([
  ['REUNION', 2],
  ['réunions', 2],
  ['reunions agenda', 1],
  ['l’agenda', 1],
  ['coeur', 1],
  ['cook', 1],
  ['webtour', 0],
  ['réunion cookies', 0],
  ['', 3],
  ['?', 3],
])('«%s» finds %i', (asked, count) => {
  expect(found(asked)).toHaveLength(count);
  expect(searchQuestions(groups, asked)).toMatchObject({ count, total: 3 });
});

test('groups without a question left are left out', () => {
  expect(searchQuestions(groups, 'cookies').groups.map(({ slug }) => slug)).toEqual(['site']);
});

test('what is asked is one line of a reasonable length', () => {
  expect(wordsAsked(new URLSearchParams('q=%20a%0Ab%00c%20'))).toBe('a b c');
  expect(wordsAsked(new URLSearchParams({ q: '🎉'.repeat(500) }))).toBe('🎉'.repeat(100));
  expect(wordsAsked(new URLSearchParams())).toBe('');
});
