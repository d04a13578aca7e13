import { expect, test } from 'vitest';
import type { Known } from './look-up-words';
import { writeQueries } from './write-queries';

const term = (...words: string[]) => ({ typed: [words[0]!], alternatives: words.map((word) => [word]) });
const known = (locale: string, word: string, more: Partial<Known> = {}): Known => ({
  locale,
  word,
  stem: word,
  forms: [word],
  documents: 1,
  neighbours: [],
  longer: [],
  ...more,
});
const unknown = { forms: [], documents: 0 };
const neighbour = { word: 'charte', folded: 'charte', stem: 'chart', documents: 9 };

test('all words are asked for, each in any of its ways', () => {
  const words = [known('fr', 'export'), known('fr', 'tic'), known('fr', 'numer')];
  const { queries } = writeQueries([term('export'), term('tic', 'numer')], words, ['fr']);
  expect(queries[0]).toMatchObject({
    all: `(('export')) & (('tic') | ('numer'))`,
    title: `(('export':A)) & (('tic':A) | ('numer':A))`,
    any: `(('export')) | (('tic') | ('numer'))`,
  });
});

test('a word that no document has is taken for one that is a typo away, and the reader is told', () => {
  const words = [known('fr', 'chrate', { ...unknown, neighbours: [neighbour] })];
  const { queries, corrections, marked } = writeQueries([term('chrate')], words, ['fr']);
  expect(queries[0]?.all).toBe(`(('chart'))`);
  expect(corrections).toEqual([{ typed: 'chrate', read: 'charte' }]);
  expect([...marked]).toEqual(['charte']);
});

test('a rare word stays what it is, and the common one that it may be is proposed', () => {
  const words = [known('fr', 'chrate', { neighbours: [neighbour] })];
  expect(writeQueries([term('chrate')], words, ['fr'])).toMatchObject({ corrections: [], better: 'charte' });
});

test('a word that one language passes over is not asked of another that does not know it', () => {
  const words = [
    known('en', 'the', { stem: null, ...unknown }),
    known('fr', 'the', unknown),
    known('en', 'charter'),
    known('fr', 'charter', unknown),
  ];
  const { queries } = writeQueries([term('the'), term('charter')], words, ['en', 'fr']);
  expect(queries.map(({ all }) => all)).toEqual([`(('charter'))`, `(('charter'))`]);
  expect(queries[1]?.any).toBe('');
});

test('what a stem is made of cannot end the question', () => {
  const words = [known('fr', 'mot', { stem: `a'b\\c` })];
  expect(writeQueries([term('mot')], words, ['fr']).queries[0]?.all).toBe(`(('a''b\\\\c'))`);
});
