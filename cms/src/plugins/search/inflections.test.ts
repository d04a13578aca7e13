import { expect, test } from 'vitest';
import { inflectionsOf } from './inflections';

test.each([
  ['formatrice', 'formateur'],
  ['formateurs', 'formatrice'],
  ['acheteuses', 'acheteur'],
  ['entrepreneur', 'entrepreneure'],
  ['conseillères', 'conseiller'],
  ['conseilleres', 'conseiller'],
  ['active', 'actif'],
  ['publique', 'public'],
  ['publics', 'publique'],
  ['privée', 'prive'],
  ['privés', 'privee'],
  ['travaux', 'travail'],
])('who looks for «%s» finds «%s» too', (typed, other) => {
  expect(inflectionsOf(typed)).toContain(other);
});

test.each(['mer', 'fac', 'export', 'entreprise', 'charte'])('«%s» has no other gender', (word) => {
  expect(inflectionsOf(word)).toEqual([]);
});
