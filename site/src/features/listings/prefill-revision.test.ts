import { expect, test } from 'vitest';
import { readSubmission } from '../resources/submission.ts';
import { prefillRevision } from './prefill-revision.ts';

test('a form that is sent as it opened says what it opened with', () => {
  const answers = {
    name: 'Atelier',
    kind: 'private' as const,
    website: 'https://atelier.example',
    languages: ['fr' as const, 'nl' as const],
    zones: ['namur', 'hainaut'],
    summary: 'Un atelier.',
    experiences: [
      { stepNumber: 3, text: 'Des ventes.', since: 2014 },
      { stepNumber: 5, text: 'Des comparaisons.', reference: 'Un projet' },
    ],
  };
  expect(readSubmission(prefillRevision(answers), 'fr')).toEqual({ ...answers, locale: 'fr' });
});
