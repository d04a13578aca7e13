import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

type Texts = Record<string, string>;
type Part = { type: number; value: string; options?: Record<string, { value: Part[] }>; children?: Part[] };
type Parse = (text: string, options?: { ignoreTag?: boolean; requiresOtherClause?: boolean }) => Part[];

const requireAsStrapi = createRequire(createRequire(import.meta.url).resolve('@strapi/strapi/package.json'));

/** What the panel of the Community edition shows: `content-releases` and `review-workflows` add nothing to it without a licence. */
const packages = ['admin', 'content-manager', 'content-type-builder', 'email', 'i18n', 'upload'] as const;
type Package = (typeof packages)[number];

const parse = findParser();
const ours = JSON.parse(readFileSync(new URL('translations/fr.json', import.meta.url), 'utf8')) as Texts;

test.each(packages)('whoever reads French reads every text of %s', (name) => {
  const texts = { ...readTexts(name, 'fr'), ...ours };
  const unread = Object.keys(readTexts(name, 'en')).filter((key) => texts[key] === undefined || texts[key] === '');

  expect(unread, 'Add these to cms/src/admin/translations/fr.json').toEqual([]);
});

test.each(packages)('the French of %s is filled and marked up like its English', (name) => {
  const english = readTexts(name, 'en');
  const french = { ...readTexts(name, 'fr'), ...ours };
  const blanksOf = (texts: Texts, blanks: (text: string) => string[]) =>
    Object.fromEntries(Object.keys(english).map((key) => [key, blanks(texts[key] ?? '')]));

  expect(blanksOf(french, findBlanks)).toEqual(blanksOf(english, findBlanksOfEnglish));
});

test('no French text outlives what it translates', () => {
  const english = Object.assign({}, ...packages.map((name) => readTexts(name, 'en'))) as Texts;
  // The panel also looks up texts that its English lacks: their keys, or the words of the server, are only in the code.
  const code = [...packages, 'core' as const].map(readCode).join('\n');
  const prefix = new RegExp(`^(apiError|${packages.join('|')})\\.`);
  const outlived = Object.keys(ours).filter((key) => !(key in english) && !code.includes(key.replace(prefix, '')));

  expect(outlived, 'Remove these from cms/src/admin/translations/fr.json').toEqual([]);
});

test('our French is typeset: curved apostrophes, unbreakable spaces before high punctuation', () => {
  const isCareless = (text: string) => /\p{L}'\p{L}| [:;!?»]|«(?!\u00a0)/u.test(text);

  expect(Object.values(ours).filter(isCareless)).toEqual([]);
});

/** The texts that a package ships in a language, under the keys by which the panel looks them up: a plugin's start with its name. */
function readTexts(name: Package, language: 'en' | 'fr'): Texts {
  const folder = name === 'admin' ? 'dist/admin/admin/src/translations' : 'dist/admin/translations';
  const shipped = requireAsStrapi(join(folderOf(name), folder, `${language}.json.js`)) as Texts | { default: Texts };
  const texts = typeof shipped.default === 'object' ? shipped.default : (shipped as Texts);
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [name === 'admin' ? key : `${name}.${key}`, text]),
  );
}

/** The code of a package, for the panel and for the server, without its translations. */
function readCode(name: Package | 'core'): string {
  const folder = join(folderOf(name), 'dist');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.includes('translations'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

function folderOf(name: Package | 'core'): string {
  return dirname(requireAsStrapi.resolve(`@strapi/${name}/package.json`));
}

/** The parser of the panel itself, so that a text that it would refuse is refused here. */
function findParser(): Parse {
  const requireAsAdmin = createRequire(requireAsStrapi.resolve('@strapi/admin/package.json'));
  const requireAsReactIntl = createRequire(requireAsAdmin.resolve('react-intl'));
  return (requireAsReactIntl('@formatjs/icu-messageformat-parser') as { parse: Parse }).parse;
}

/**
 * The names of the values and tags of a text in ICU MessageFormat, sorted.
 * @throws SyntaxError when the text is not well formed
 */
function findBlanks(text: string): string[] {
  return namesIn(parse(text));
}

/** As `findBlanks`, for Strapi's own English, which has choices without `other` and addresses in angle brackets. */
function findBlanksOfEnglish(text: string): string[] {
  try {
    return findBlanks(text);
  } catch {
    return namesIn(parse(text, { ignoreTag: true, requiresOtherClause: false }));
  }
}

function namesIn(parts: Part[]): string[] {
  const [literal, pound] = [0, 7];
  const names = parts.flatMap(({ type, value, options = {}, children = [] }) => [
    ...(type === literal || type === pound ? [] : [value]),
    ...Object.values(options).flatMap((option) => namesIn(option.value)),
    ...namesIn(children),
  ]);
  return [...new Set(names)].sort();
}
