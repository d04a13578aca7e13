import { describe, expect, test } from 'vitest';
import { excerpt, markWords } from './excerpt';
import type { Part } from './contract';

const filler = 'Des mots qui ne disent rien de ce que l’on cherche et qui prennent de la place. '.repeat(5);
const say = (parts: readonly Part[]) => parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('words are marked as they are written, whatever their accents and capitals', () => {
  expect(say(markWords('L’Étape des étapes, l’étapes3', new Set(['etape', 'etapes'])))).toBe(
    'L’[Étape] des [étapes], l’étapes3',
  );
});

test('a text comes out whole and unchanged, markup of strangers included', () => {
  const text = '<script>alert("charte")</script> & charte';
  const parts = markWords(text, new Set(['charte']));
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter(({ marked }) => marked)).toHaveLength(2);
});

describe('an excerpt', () => {
  test('of a short text is that text, on one line', () => {
    expect(say(excerpt('Une ligne.\n  Une autre.', new Set()))).toBe('Une ligne. Une autre.');
  });

  test('begins at the beginning when the word is there', () => {
    expect(say(excerpt(`Le numérique. ${filler}`, new Set(['numerique'])))).toMatch(
      /^Le \[numérique\]\. Des mots .* …$/,
    );
  });

  test('goes to where the most different words are, and cuts none', () => {
    const text = `${filler}Export, export, export. ${filler}Un export du numérique. ${filler}`;
    const said = say(excerpt(text, new Set(['export', 'numerique'])));
    expect(said).toMatch(/^… .*Un \[export\] du \[numérique\]\./);
    for (const word of said.replace(/[[\]]/g, '').match(/\p{L}+/gu)!)
      expect(text).toMatch(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'));
  });

  test('is short', () => {
    expect(say(excerpt(filler.repeat(20), new Set(['rien']))).length).toBeLessThan(600);
  });
});
