import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environmentTable } from '@s-tetic/config/environment-table';
import { expect, test } from 'vitest';

const file = path.resolve(import.meta.dirname, '../README.md');
const table = /(?<=<!-- environment -->\n)[\s\S]*?(?=<!-- \/environment -->)/;

test('the README tells an operator of every environment variable, as the programs read them', () => {
  const readme = readFileSync(file, 'utf8');
  const expected = `\n${environmentTable()}\n\n`;
  // UPDATE_README=1 writes the table; without it, this compares.
  if (process.env['UPDATE_README']) writeFileSync(file, readme.replace(table, expected));
  const found = table.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  expect(withoutPadding(found)).toBe(withoutPadding(expected));
});

/** Prettier aligns the columns. */
const withoutPadding = (markdown: string) => markdown.replace(/ +/g, ' ').replace(/-+/g, '-').trim();
