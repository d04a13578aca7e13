import { catalogue } from '@s-tetic/config/words';
import { expect, test } from 'vitest';
import { errorIn, explainErrors } from './form-errors.ts';

const errors = explainErrors(
  [
    { path: ['text'], key: 'error.required', values: {} },
    { path: ['name'], key: 'error.required', values: {} },
    { path: ['admin'], key: 'error.unknownField', values: { fields: 'name' } },
    { path: [], key: 'Déjà dit par le CMS.', values: {} },
  ],
  catalogue['en']!,
  { fields: ['name', 'text'], fieldOf: ([name]) => String(name), labelOf: (field) => `Your ${field}` },
);

test('each issue is told with the label of its field, which the summary links to, in the order of the page', () => {
  expect(errors).toEqual([
    { field: undefined, message: 'The field “admin” is not expected here. Expected fields: name.' },
    { field: undefined, message: 'Déjà dit par le CMS.' },
    { field: 'name', message: 'Your name: this field must be filled in.' },
    { field: 'text', message: 'Your text: this field must be filled in.' },
  ]);
});

test('a field tells what is wrong in it, and nothing else', () => {
  expect(errorIn(errors, 'name')).toBe('Your name: this field must be filled in.');
  expect(errorIn(errors, 'email')).toBeUndefined();
});
