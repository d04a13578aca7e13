import { expect, test } from 'vitest';
import { allowOneClick } from './allow-one-click.ts';

const token = 'a'.repeat(43);
const form = 'application/x-www-form-urlencoded';

function typeAfter(url: string, origin?: string) {
  const headers = { 'content-type': form, ...(origin && { origin }) };
  allowOneClick({ url, headers });
  return headers['content-type'];
}

test.each([`/courriels/${token}`, `/en/courriels/${token}`])('a mail program may post to %s', (url) => {
  expect(typeAfter(url)).not.toBe(form);
});

test.each([
  '/commenter',
  '/courriels/abc',
  `/mes-donnees/${token}/effacer`,
  `/confirmer/${token}`,
  `/courriels/${token}/x`,
])('a form without an origin stays refused at %s', (url) => {
  expect(typeAfter(url)).toBe(form);
});

test('a form that says where it comes from is judged by that', () => {
  expect(typeAfter(`/courriels/${token}`, 'https://ailleurs.example')).toBe(form);
});
