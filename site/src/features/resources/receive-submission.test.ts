import type { Issue } from '@s-tetic/config/validation';
import { catalogue } from '@s-tetic/config/words';
import { expect, test } from 'vitest';
import { wordsIn } from '../../i18n/words.ts';
import { explainErrors } from '../../lib/form-errors.ts';
import { isReference, submissionNames } from './receive-submission.ts';

test.each(['ST-2026-0042', 'ST-2031-123456'])('%s is a reference', (text) => {
  expect(isReference(text)).toBe(true);
});

test.each([null, '', 'ST-2026-42', 'st-2026-0042', 'ST-2026-0042<script>', ' ST-2026-0042', 'ST-2026-0042\n'])(
  '%j is none',
  (text) => {
    expect(isReference(text)).toBe(false);
  },
);

test('each sentence names its box as readers know it, and leads to it', () => {
  const words = catalogue['fr']!;
  const names = submissionNames(wordsIn('fr', { words, frenchWords: [] }), {
    sent: { experiences: [{ stepNumber: 3 }] },
  });
  const issues: Issue[] = [
    { path: ['name'], key: 'error.required', values: {} },
    { path: ['experiences', 0, 'text'], key: 'error.tooLong', values: { max: 3000, length: 3001 } },
    { path: ['experiences', 0, 'since'], key: 'error.year', values: { min: 1900, max: 2026 } },
    { path: ['experiences', 0, 'reference'], key: 'error.tooLong', values: { max: 300, length: 301 } },
    { path: ['experiences'], key: 'error.choices', values: {} },
    { path: ['experiences.12.text'], key: 'error.unknownField', values: { fields: 'name' } },
    { path: [], key: 'error.unavailable', values: {} },
  ];
  expect(
    explainErrors(issues, words, names).map(({ field, message }) => [field, message.replaceAll('\u00A0', ' ')]),
  ).toEqual([
    [undefined, expect.stringContaining('« experiences.12.text » n’est pas attendu')],
    [undefined, words['error.unavailable']?.replaceAll('\u00A0', ' ')],
    ['name', 'Nom de l’organisation : ce champ est à remplir.'],
    ['steps', 'Étapes appuyées : choisissez au moins une réponse.'],
    ['experiences.3.text', 'Votre expérience à l’étape 3 : 3000 caractères au plus, vous en avez écrit 3001.'],
    ['experiences.3.since', 'Étape 3 : indiquez une année entre 1900 et 2026.'],
    ['experiences.3.reference', 'Étape 3, Référence : 300 caractères au plus, vous en avez écrit 301.'],
  ]);
});
