import { expect, test } from 'vitest';
import { splitAtTerms } from './split-at-terms.ts';

const terms = [
  { slug: 'cluster', lang: 'fr', forms: ['Cluster', 'clusters'] },
  { slug: 'chaine-de-valeur', lang: 'fr', forms: ['Chaîne de valeur', 'chaînes de valeur'] },
  { slug: 'innovation-additionnelle', lang: 'fr', forms: ['Innovation additionnelle', 'additionnelle'] },
  { slug: 'tic', lang: 'fr', forms: ['TIC'] },
  { slug: 'boucle', lang: 'en', forms: ['Loop', 'loops'] },
];
const split = (text: string, lang = 'fr', linked = new Set<string>()) => splitAtTerms(text, terms, lang, linked);

test('a text is cut where it uses a term', () => {
  expect(split('Un cluster naît.')).toEqual(['Un ', { slug: 'cluster', text: 'cluster' }, ' naît.']);
});

test('a term leads to its definition once in a page, whatever its form', () => {
  const linked = new Set<string>();
  expect(split('Les clusters.', 'fr', linked)).toContainEqual({ slug: 'cluster', text: 'clusters' });
  expect(split('Le cluster, les clusters.', 'fr', linked)).toEqual(['Le cluster, les clusters.']);
});

test('it may begin a sentence, and its spaces may be unbreakable', () => {
  expect(split('Chaînes de\u00A0valeur')).toEqual([{ slug: 'chaine-de-valeur', text: 'Chaînes de\u00A0valeur' }]);
});

test('the longest form is the one that is meant', () => {
  expect(split('l’innovation additionnelle')).toEqual([
    'l’',
    { slug: 'innovation-additionnelle', text: 'innovation additionnelle' },
  ]);
});

test.each(['tic', 'tics', 'éthique', 'multi-TIC', 'TIC2', 'superclusters'])('«%s» is another word', (word) => {
  expect(split(word)).toEqual([word]);
});

test('a text is searched for the terms of its own language', () => {
  expect(split('A loop is a cluster.', 'en')).toEqual(['A ', { slug: 'boucle', text: 'loop' }, ' is a cluster.']);
  expect(split('Eine Loop', 'de')).toEqual(['Eine Loop']);
});

test('a form holds no pattern', () => {
  expect(splitAtTerms('Net C', [{ slug: 'c', lang: 'fr', forms: ['.', 'C(++)'] }], 'fr', new Set())).toEqual(['Net C']);
});
