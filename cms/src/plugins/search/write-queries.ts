import { fold } from '@s-tetic/config/fold';
import type { Known, Neighbour } from './look-up-words';
import type { Term } from './read-terms';
import { isOneTypoAway } from './typo';

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

/** How many words one with a typo is taken for, at most. */
const mostReadings = 4;

/** A word is worth proposing for another when so many times as many documents have it. */
const muchMoreCommon = 5;

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

type Stems = readonly (readonly string[])[];

interface Sought {
  readonly stems: Stems;
  readonly isKnown: boolean;
  readonly documents: number;
}

interface Meaning {
  readonly typed: string;
  /** Its stems in each language in which it says something. */
  readonly in: ReadonlyMap<string, Sought>;
  readonly forms: readonly string[];
  readonly read?: Neighbour | undefined;
  readonly better?: string | undefined;
}

/** A word that no language knows is read as its neighbours; one that another language knows is sought, and not found, in this one. */
function meaningOf(
  { typed, alternatives }: Term,
  locales: readonly string[],
  entry: (locale: string, word: string) => Known,
): Meaning {
  const byLocale = locales.map((locale) => {
    const ways = alternatives
      .map((words) => words.map((word) => entry(locale, word)).filter(({ stem }) => stem !== null))
      .filter((way) => way.length > 0);
    const own = typed.map((word) => entry(locale, word));
    return {
      locale,
      ways,
      found: ways.filter((way) => way.every(({ forms }) => forms.length > 0)),
      longer: own.flatMap(({ longer }) => longer),
      near: own.flatMap(({ neighbours }) => neighbours).filter(({ folded }) => isOneTypoAway(fold(typed[0]!), folded)),
      documents: Math.max(...own.map(({ documents }) => documents)),
    };
  });
  const isUnknown = byLocale.every(({ found, longer }) => found.length === 0 && longer.length === 0);
  const readings = (near: readonly Neighbour[]) => (isUnknown ? near.slice(0, mostReadings) : []);
  const best = byLocale.flatMap(({ near }) => near).toSorted((a, b) => b.documents - a.documents)[0];
  const frequency = Math.max(...byLocale.map(({ documents }) => documents));
  return {
    typed: typed.join(' '),
    in: new Map(
      byLocale
        .filter(({ ways, longer }) => ways.length > 0 || longer.length > 0)
        .map(({ locale, ways, found, longer, near, documents }) => {
          const others = [...longer, ...readings(near)].map(({ stem }) => [stem]);
          const stems = [...found.map((way) => way.map(({ stem }) => stem!)), ...others];
          const isKnown = stems.length > 0;
          return [locale, { stems: isKnown ? stems : [ways[0]!.map(({ stem }) => stem!)], isKnown, documents }];
        }),
    ),
    forms: byLocale.flatMap(({ found, longer, near }) => [
      ...found.flat().flatMap(({ forms }) => forms),
      ...[...longer, ...readings(near)].map(({ folded }) => folded),
    ]),
    ...(isUnknown && { read: best }),
    ...(best && !isUnknown && best.documents >= muchMoreCommon * frequency && { better: best.word }),
  };
}

/** `oneOf([['numer'], ['technolog', 'inform']])` // => `('numer' | ('technolog' & 'inform'))` */
function oneOf(stems: Stems, label = ''): string {
  const quoted = (stem: string) => `'${stem.replaceAll(`'`, `''`).replaceAll('\\', '\\\\')}'${label}`;
  return `(${stems.map((way) => `(${way.map(quoted).join(' & ')})`).join(' | ')})`;
}
