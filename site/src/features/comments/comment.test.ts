import { commentInput } from '@s-tetic/cms/contracts/comments';
import { checkInput } from '@s-tetic/config/validation';
import { expect, test } from 'vitest';
import { readComment } from './comment.ts';

function typed(fields: Record<string, string>): FormData {
  const form = new FormData();
  const filled = {
    path: '/faq',
    audience: 'remark',
    author: 'Une lectrice',
    email: 'a@b.example',
    text: 'Merci.',
    website: '',
    ...fields,
  };
  for (const [name, value] of Object.entries(filled)) form.append(name, value);
  return form;
}

const check = (fields: Record<string, string>) => checkInput(commentInput, readComment(typed(fields), 'en'));

test('a comment is what the CMS expects', () => {
  expect(check({}).data).toEqual({
    path: '/faq',
    locale: 'en',
    audience: 'remark',
    author: 'Une lectrice',
    email: 'a@b.example',
    text: 'Merci.',
  });
});

test('an address is sent without the spaces around it', () => {
  expect(check({ email: ' a@b.example ' }).data?.email).toBe('a@b.example');
});

test('whoever ticks the box is told of replies, and nobody else', () => {
  expect(check({ wantsReplies: 'yes' }).data?.wantsReplies).toBe(true);
  expect(check({}).data).not.toHaveProperty('wantsReplies');
});

test('a reply names what it answers', () => {
  expect(check({ inReplyTo: '0123456789abcdef' }).data?.inReplyTo).toBe('0123456789abcdef');
  expect(check({ inReplyTo: '12' }).issues).toMatchObject([{ path: ['inReplyTo'] }]);
});

test('the language is that of the page, whatever the form says', () => {
  expect(check({ locale: 'xx' }).data?.locale).toBe('en');
});

test.each([
  [{ author: ' ' }, 'author', 'error.required'],
  [{ text: '' }, 'text', 'error.required'],
  [{ text: 'a'.repeat(4001) }, 'text', 'error.tooLong'],
  [{ text: 'a\u0000b' }, 'text', 'error.characters'],
  [{ author: 'a\u202Eb' }, 'author', 'error.characters'],
  [{ email: 'a@' }, 'email', 'error.email'],
  [{ email: '' }, 'email', 'error.required'],
  [{ audience: '' }, 'audience', 'error.required'],
  [{ audience: 'all' }, 'audience', 'error.choice'],
  [{ path: '/../etc' }, 'path', 'error.unknownPage'],
  [{ state: 'approved' }, 'state', 'error.unknownField'],
])('%j is refused', (fields, field, key) => {
  expect(check(fields).issues).toMatchObject([{ path: [field], key }]);
});

test('a script is text like any other: it is kept as typed, and shown as typed', () => {
  expect(check({ text: '<script>alert(1)</script>' }).data?.text).toBe('<script>alert(1)</script>');
});
