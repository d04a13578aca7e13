import { expect, test } from 'vitest';
import { fill, say } from './words.ts';

test('a value stands where its name is, and what has no value stays', () => {
  expect(fill('Étape {number} sur {total}', { number: 3 })).toBe('Étape 3 sur {total}');
});

test('a value that looks like a sentence to fill is text', () => {
  expect(fill('{author}, le {date}', { author: '{date}', date: '3 mai' })).toBe('{date}, le 3 mai');
});

test('a name that is read from right to left keeps the date where it is', () => {
  expect(fill('{author}, le {date}', { author: 'שלום', date: '3 mai' })).toBe('\u2068שלום\u2069, le 3 mai');
});

test('a value that is a key of the catalogue is said in words; the name of something of the language is not', () => {
  expect(say('fr', 'error.type', { field: 'Nom', found: 'error.type.list', expected: 'constructor' })).toBe(
    'Nom : nous avons reçu une liste, nous attendions constructor.'.replace(' :', '\u00a0:'),
  );
});
