import { expect, test } from 'vitest';
import { threadsOf } from './threads.ts';

const say = (key: string, inReplyTo?: string) => ({
  key,
  inReplyTo,
  author: key,
  text: key,
  lang: 'fr',
  sentAt: '2026-11-24T10:00:00.000Z',
});

const outline = (comments: Parameters<typeof threadsOf>[0]) =>
  threadsOf(comments).map((thread) => [
    'isGone' in thread ? 'gone' : thread.author,
    thread.replies.map(({ key }) => key),
  ]);

test('answers stand under what they answer, in order', () => {
  expect(outline([say('a'), say('b'), say('a1', 'a'), say('b1', 'b'), say('a2', 'a')])).toEqual([
    ['a', ['a1', 'a2']],
    ['b', ['b1']],
  ]);
});

test('answers to what was taken back stay together, where it stood', () => {
  expect(outline([say('x1', 'x'), say('a'), say('x2', 'x')])).toEqual([
    ['gone', ['x1', 'x2']],
    ['a', []],
  ]);
});

test('what is shown says nothing of what it answers', () => {
  expect(JSON.stringify(threadsOf([say('a'), say('a1', 'a')]))).not.toContain('inReplyTo');
});
