import { reportInput } from '@s-tetic/cms/contracts/reports';
import { checkInput } from '@s-tetic/config/validation';
import { expect, test } from 'vitest';
import { kindOf, readReport } from './report.ts';

function check(fields: Record<string, string>, kind = 'listing') {
  const form = new FormData();
  for (const [name, value] of Object.entries({ cause: 'wrong', text: '', email: '', website: '', ...fields }))
    form.append(name, value);
  return checkInput(reportInput, { ...readReport(form), kind, key: 'cetic', locale: 'fr' });
}

test('one click and no address are enough', () => {
  expect(check({}).data).toEqual({ cause: 'wrong', kind: 'listing', key: 'cetic', locale: 'fr' });
});

test('an address is sent without the spaces around it', () => {
  expect(check({ email: ' a@b.example ' }).data?.email).toBe('a@b.example');
});

test.each([
  [{ cause: '' }, 'cause', 'error.required'],
  [{ cause: 'insult' }, 'cause', 'error.choice'],
  [{ cause: 'other' }, 'text', 'error.required'],
  [{ text: 'a\u0000b' }, 'text', 'error.characters'],
  [{ text: 'a'.repeat(2001) }, 'text', 'error.tooLong'],
  [{ email: 'a@' }, 'email', 'error.email'],
  [{ state: 'approved' }, 'state', 'error.unknownField'],
])('%j is refused', (fields, field, key) => {
  expect(check(fields).issues).toMatchObject([{ path: [field], key }]);
});

test('a comment has its own reasons', () => {
  expect(check({ cause: 'insult' }, 'comment').data?.cause).toBe('insult');
  expect(check({ cause: 'wrong' }, 'comment').issues).toMatchObject([{ path: ['cause'] }]);
});

test('nothing else can be reported', () => {
  expect([kindOf('fiche'), kindOf('commentaire'), kindOf('constructor')]).toEqual(['listing', 'comment', undefined]);
});
