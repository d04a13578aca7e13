import { expect, test } from 'vitest';
import { isWordKey, shippedPhrases, wordsIn } from './words.ts';

const french = wordsIn('fr', shippedPhrases('fr'));

test('a sentence is filled with its values', () => {
  expect(french('step.of', { number: 3 })).toBe('Étape 3 sur 9');
});

test('a count chooses the form that French wants, zero included', () => {
  expect(french('resources.count', { count: 0 })).toBe('Aucune ressource');
  expect(french('resources.count', { count: 1 })).toBe('1 ressource');
  expect(french('resources.count', { count: 12 })).toBe('12 ressources');
  expect(french('tour.length', { count: 0 })).toBe('0 arrêt');
});

test('a large count is written the way of the language, a year is left alone', () => {
  expect(french('resources.count', { count: 1234 })).toMatch(/^1\s234 ressources$/u);
  expect(french('resource.since', { year: 2014 })).toBe('depuis 2014');
});

test('a word that the panel corrected replaces the one that is shipped', () => {
  const t = wordsIn('fr', { words: { 'nav.faq': 'Questions' }, frenchWords: [] });
  expect(t('nav.faq')).toBe('Questions');
  expect(t('nav.home')).toBe('Accueil');
});

test('a word that is not translated is French, and says so', () => {
  const t = wordsIn('nl', { words: { 'nav.home': 'Start', 'nav.faq': 'FAQ' }, frenchWords: ['nav.faq'] });
  expect(t.langOf('nav.home')).toBeUndefined();
  expect(t.langOf('nav.faq')).toBe('fr');
  expect(french.langOf('nav.faq')).toBeUndefined();
});

test('a language that nobody shipped reads in French', () => {
  const t = wordsIn('eo', shippedPhrases('eo'));
  expect(t('nav.home')).toBe('Accueil');
  expect(t.langOf('nav.home')).toBe('fr');
  // Esperanto says «0 …oj», French «0 arrêt».
  expect(t('tour.length', { count: 0 })).toBe('0 arrêt');
  expect(t.langOf('tour.length', { count: 0 })).toBe('fr');
});

test('keys that come from elsewhere are told apart', () => {
  expect(isWordKey('error.tooLong')).toBe(true);
  expect(isWordKey('resources.count')).toBe(true);
  expect(isWordKey('constructor')).toBe(false);
});
