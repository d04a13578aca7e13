import { expect, test } from 'vitest';
import { inFrench } from './speak-french';

test.each([
  ['Invalid credentials', 'Cette adresse e-mail et ce mot de passe ne vont pas ensemble.'],
  ['title must be at most 120 characters', 'Ce texte est trop long : 120 caractères au plus.'],
  ['7 errors occurred', 'Le contenu a 7 erreurs à corriger.'],
  ['slug must match the following: "/^[a-z0-9]+(-[a-z0-9]+)*$/"', 'Cette valeur n’a pas la forme attendue.'],
  ['title must be a `string` type, but the final value was: `null`.', 'Cette valeur n’a pas la forme attendue.'],
  ['This attribute must be unique', 'Cette valeur est déjà prise.'],
])('whoever causes «%s» reads it in French', (english, french) => {
  expect(inFrench(english)).toBe(french);
});

test('what is not known is shown as it came', () => {
  expect(inFrench('User not active')).toBe('User not active');
});
