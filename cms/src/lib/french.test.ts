import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../../..');
const files = globSync(['config/words/fr.json', 'cms/src/**/{fr.json,fr.yaml}'], { cwd: root });
const code = globSync(['cms/src/**/*.{ts,tsx}'], { cwd: root }).filter((file) => !file.endsWith('.test.ts'));

test.each(files)('the French of %s is typeset', (file) => {
  // JSON is YAML.
  const texts = [...textsIn(parse(readFileSync(path.join(root, file), 'utf8')))];
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter(isCareless)).toEqual([]);
});

test('the French in labels, helps and errors of the code is typeset', () => {
  const literals = code.flatMap(
    (file) => readFileSync(path.join(root, file), 'utf8').match(/'[^'\\\n]*'|`[^`]*`/g) ?? [],
  );
  const french = literals.filter((literal) => /[éèàêçùôî’É]/.test(literal));
  expect(french.length).toBeGreaterThan(100);
  expect(french.filter(isCareless)).toEqual([]);
});

/** Straight apostrophes, and spaces at which a line could break before high punctuation or inside guillemets. */
function isCareless(text: string): boolean {
  return /\p{L}'\p{L}|[^\s|-] [:;!?»](?=[\s.,)]|$)|«(?!\u00a0)/u.test(text);
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value) for (const part of Object.values(value)) yield* textsIn(part);
}
