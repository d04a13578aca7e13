import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const code = globSync(
  ['cms/src/**/*.{ts,tsx}', 'config/*.ts', 'scripts/**/*.ts', 'site/{src,server}/**/*.{ts,astro}', 'tests/world/*.ts'],
  { cwd: root },
)
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n');
const literals = new Set(code.match(/(?<=['"`])[\w.-]+(?=['"`])/g));
const names = new Set(code.match(/[\w-]+/g));
/** `mail.column.${column}`, or `${end}.title` where the beginning of a key is a literal elsewhere. */
const templates = new Set(code.match(/(?<=`)(?:[\w-]+\.|\$\{\w+\}\.(?=[a-z]))(?:[\w.-]|\$\{[^`{}]+\})*(?=`)/g));

test.each(globSync(['config/words/fr.json', 'cms/src/plugins/*/admin/fr.json'], { cwd: root }))(
  'every word of %s is said somewhere',
  (file) => {
    const keys = Object.keys(JSON.parse(readFileSync(path.join(root, file), 'utf8')) as object);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  },
);

/** By its whole key, by what a template can make of names in the code, or, for what is counted, without the form of its number. */
function isSaid(key: string): boolean {
  const counted = /^(.+)\.(?:zero|one|other)$/.exec(key)?.[1];
  return literals.has(key) || [...templates].some((template) => makes(template, key)) || (!!counted && isSaid(counted));
}

function makes(template: string, key: string): boolean {
  const pattern = template
    .split(/\$\{[^{}]+\}/)
    .map((text) => text.replaceAll('.', '\\.'))
    .join('(.+)');
  const filled = new RegExp(`^${pattern}$`).exec(key)?.slice(1);
  if (!filled) return false;
  return template.startsWith('$')
    ? literals.has(filled[0]!)
    : filled
        .join('.')
        .split('.')
        .every((name) => names.has(name));
}
