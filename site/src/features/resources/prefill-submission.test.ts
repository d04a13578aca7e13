import { expect, test } from 'vitest';
import { prefillSubmission } from './prefill-submission.ts';

const form = {
  steps: [1, 5].map((number) => ({ number, slug: `etape-${number}`, title: `Étape ${number}`, lang: 'fr' })),
  zones: ['namur', 'brabant-wallon'].map((slug) => ({ slug, name: slug, lang: 'fr' })),
};

function prefill(query: string) {
  const { typed, isKnown } = prefillSubmission(new URLSearchParams(query), form);
  return { steps: typed.getAll('steps'), zones: typed.getAll('zones'), isKnown };
}

test('an empty place opens the form with its step and its zone', () => {
  expect(prefill('?step=5&zone=brabant-wallon')).toEqual({ steps: ['5'], zones: ['brabant-wallon'], isKnown: true });
});

test('a step alone, a zone alone, or nothing, as the address says', () => {
  expect(prefill('?step=1')).toEqual({ steps: ['1'], zones: [], isKnown: true });
  expect(prefill('?zone=namur')).toEqual({ steps: [], zones: ['namur'], isKnown: true });
  expect(prefill('?utm_source=lettre')).toEqual({ steps: [], zones: [], isKnown: true });
});

test.each([
  ['?step=12&zone=namur', { steps: [], zones: ['namur'] }],
  ['?step=5&zone=lune', { steps: ['5'], zones: [] }],
  ['?step=5&step=1', { steps: ['5'], zones: [] }],
])(
  '%s asks for what the form does not have: it is left aside, and the page is kept for nobody else',
  (query, chosen) => {
    expect(prefill(query)).toEqual({ ...chosen, isKnown: false });
  },
);
