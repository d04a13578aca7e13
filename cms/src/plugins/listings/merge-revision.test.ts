import { expect, test } from 'vitest';
import { mergeRevision } from './merge-revision.ts';

const first = { stepNumber: 3, text: 'Ventes', since: 2014, reference: null };
const french = { name: 'Atelier', summary: 'Un atelier.', description: null, experiences: [first] };

test('a French listing takes what was accepted, and nothing else', () => {
  const proposed = { name: 'Atelier neuf', summary: 'Un autre.', description: null, experiences: [first] };
  expect(mergeRevision({ french }, proposed, ['summary'], 'fr')).toEqual([
    { locale: 'fr', values: { summary: 'Un autre.' } },
  ]);
});

test('a text goes to the language that it was written in, and what is shared to French', () => {
  const translation = { ...french, summary: 'A workshop.', experiences: [{ ...first, text: 'Sales' }] };
  const proposed = { ...translation, name: 'Workshop', summary: 'Another.' };
  expect(mergeRevision({ french, translation }, proposed, ['name', 'summary'], 'en')).toEqual([
    { locale: 'fr', values: { name: 'Workshop' } },
    { locale: 'en', values: { summary: 'Another.' } },
  ]);
});

test('where nobody gave the French, both languages say what the owner wrote', () => {
  const proposed = { ...french, summary: 'Another.' };
  expect(mergeRevision({ french, translation: french }, proposed, ['summary'], 'en')).toEqual([
    { locale: 'fr', values: { summary: 'Another.' } },
    { locale: 'en', values: { summary: 'Another.' } },
  ]);
});

test('the French of a translated experience stays; a new step comes with the words that there are', () => {
  const translation = { ...french, experiences: [{ ...first, text: 'Sales' }] };
  const second = { stepNumber: 5, text: 'Comparing', since: null, reference: null };
  const experiences = [{ ...first, text: 'More sales', since: 2016 }, second];
  expect(mergeRevision({ french, translation }, { experiences }, ['experiences'], 'en')).toEqual([
    { locale: 'fr', values: { experiences: [{ ...first, since: 2016 }, second] } },
    { locale: 'en', values: { experiences } },
  ]);
});
