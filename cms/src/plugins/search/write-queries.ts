import { meaningOf, type Stems } from './give-meaning';
import type { Known } from './look-up-words';
import type { Term } from './read-terms';

/** What to ask the documents of one language, in the notation of PostgreSQL's `tsquery`. */
export interface LanguageQuery {
  readonly locale: string;
  /** All that is looked for. */
  readonly all: string;
  /** The same, in titles. */
  readonly title: string;
  /** Any of it. */
  readonly any: string;
  /** Each thing that is looked for and known, and how much it tells: the rarer, the more. */
  readonly terms: readonly { readonly query: string; readonly weight: number }[];
}

export interface Understood {
  readonly queries: readonly LanguageQuery[];
  /** The words to mark in what is found, folded. */
  readonly marked: ReadonlySet<string>;
  /** Words that nothing holds, and what they were taken for. */
  readonly corrections: readonly { readonly typed: string; readonly read: string }[];
  /** The same search with rare words replaced by much more common ones that they may be typos of. */
  readonly better: string | undefined;
}

/** Decides what to ask of each language, from what was typed and what the vocabularies know of it. */
export function writeQueries(terms: readonly Term[], known: readonly Known[], locales: readonly string[]): Understood {
  const entry = (locale: string, word: string) => known.find((one) => one.locale === locale && one.word === word)!;
  const meanings = terms.map((term) => meaningOf(term, locales, entry));
  const spoken = locales.map((locale) => ({
    locale,
    sought: meanings.flatMap((meaning) => meaning.in.get(locale) ?? []),
  }));
  return {
    queries: spoken.map(({ locale, sought }) => ({
      locale,
      all: sought.map(({ stems }) => oneOf(stems)).join(' & '),
      title: sought.map(({ stems }) => oneOf(stems, ':A')).join(' & '),
      any: sought
        .filter(({ isKnown }) => isKnown)
        .map(({ stems }) => oneOf(stems))
        .join(' | '),
      terms: sought
        .filter(({ isKnown }) => isKnown)
        .map(({ stems, documents }) => ({ query: oneOf(stems), weight: 1 / Math.log(3 + documents) })),
    })),
    marked: new Set(meanings.flatMap(({ forms }) => forms)),
    corrections: meanings.flatMap(({ typed, read }) => (read ? [{ typed, read: read.word }] : [])),
    better: meanings.some(({ better }) => better)
      ? meanings.map(({ typed, better }) => better ?? typed).join(' ')
      : undefined,
  };
}

/** `oneOf([['numer'], ['technolog', 'inform']])` // => `('numer' | ('technolog' & 'inform'))` */
function oneOf(stems: Stems, label = ''): string {
  const quoted = (stem: string) => `'${stem.replaceAll(`'`, `''`).replaceAll('\\', '\\\\')}'${label}`;
  return `(${stems.map((way) => `(${way.map(quoted).join(' & ')})`).join(' | ')})`;
}
