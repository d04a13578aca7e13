import { catalogue } from '@s-tetic/config/words';
import { expect, test } from 'vitest';
import { errorIn, explainErrors } from './form-errors.ts';

const errors = explainErrors(
  [
    { path: ['name'], key: 'error.required', values: {} },
    { path: ['admin'], key: 'error.unknownField', values: { fields: 'name' } },
    { path: [], key: 'Déjà dit par le CMS.', values: {} },
  ],
  catalogue['en']!,
  { fieldOf: ([name]) => (name === 'name' ? name : undefined), labelOf: () => 'Your name' },
);

test('each issue is told with the label of its field, which the summary links to', () => {
  expect(errors).toEqual([
    { field: 'name', message: 'Your name: this field must be filled in.' },
    { field: undefined, message: 'The field “admin” is not expected here. Expected fields: name.' },
    { field: undefined, message: 'Déjà dit par le CMS.' },
  ]);
});

test('a field tells what is wrong in it, and nothing else', () => {
  expect(errorIn(errors, 'name')).toBe('Your name: this field must be filled in.');
  expect(errorIn(errors, 'email')).toBeUndefined();
});
