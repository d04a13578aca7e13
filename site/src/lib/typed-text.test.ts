import { expect, test } from 'vitest';
import { typedText } from './typed-text.ts';

function typed(text: string): FormData {
  const form = new FormData();
  form.append('text', text);
  return form;
}

test('what was typed is shown as it was: lines, accents, emoji, markup', () => {
  const text = 'Été 🌞 👩\u200D💻\r\n\t<b>';
  expect(typedText(typed(text), 'text')).toBe(text);
});

test('what cannot be seen is left out', () => {
  expect(typedText(typed('a\u0000b\u202Ec\u0007d'), 'text')).toBe('abcd');
});

test('a box that was not there is empty', () => {
  expect(typedText(typed('a'), 'name')).toBe('');
  expect(typedText(undefined, 'name')).toBe('');
});
