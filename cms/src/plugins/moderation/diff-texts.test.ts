import { expect, test } from 'vitest';
import { diffTexts } from './diff-texts.ts';

const marked = (before: string, after: string): string =>
  diffTexts(before, after)
    .map(({ text, kind }) => (kind === 'added' ? `+${text}+` : kind === 'removed' ? `-${text}-` : text))
    .join('|');

test.each([
  ['un mot changé', 'depuis 2019 à Mons', 'depuis 2021 à Mons', 'depuis |-2019-|+2021+| à Mons'],
  ['un mot ajouté', 'Une agence', 'Une petite agence', 'Une |+petite +|agence'],
  ['un texte nouveau', '', 'Tout', '+Tout+'],
  ['un texte ôté', 'Tout', '', '-Tout-'],
  ['une espace de plus', 'a b', 'a  b', 'a|- -|+  +|b'],
  ['rien', 'pareil', 'pareil', ''],
])('a moderator sees %s', (_, before, after, seen) => {
  expect(marked(before, after)).toBe(seen);
});

test('two texts that share nothing are compared at once, however long', () => {
  const words = (start: number) => Array.from({ length: 20_000 }, (_, index) => `mot${start + index}`).join(' ');
  const [before, after] = [words(0), words(1_000_000)];
  const began = performance.now();
  const changes = diffTexts(before, after);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(
    changes
      .filter(({ kind }) => kind !== 'added')
      .map(({ text }) => text)
      .join(''),
  ).toBe(before);
  expect(
    changes
      .filter(({ kind }) => kind !== 'removed')
      .map(({ text }) => text)
      .join(''),
  ).toBe(after);
});
