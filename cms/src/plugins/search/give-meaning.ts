import { fold } from '@s-tetic/config/fold';
import type { Known, Neighbour } from './look-up-words';
import type { Term } from './read-terms';
import { isOneTypoAway } from './typo';

/** Ways to say something: each is one stem, or several that must all be there. */
export type Stems = readonly (readonly string[])[];

/** What a term is in one language. */
export interface Sought {
  readonly stems: Stems;
  /** Whether any document of that language has it. */
  readonly isKnown: boolean;
  /** How many have it as it was typed, about. */
  readonly documents: number;
}

export interface Meaning {
  readonly typed: string;
  /** What it is in each language in which it says something. */
  readonly in: ReadonlyMap<string, Sought>;
  /** The words of documents that it stands for, folded. */
  readonly forms: readonly string[];
  /** What a word that no document has is taken for. */
  readonly read?: Neighbour | undefined;
  /** A much more common word that it may be a typo of. */
  readonly better?: string | undefined;
}

/** How many words one with a typo is taken for, at most. */
const mostReadings = 4;

/** A word is worth proposing for another when so many times as many documents have it. */
const muchMoreCommon = 5;

/**
 * What a term means, from what the vocabularies know of its words. A word that no language knows is read as its neighbours.
 * One that another language knows is sought in this one too, and not found. One that is too common in a language is nothing in all
 * those that do not know it.
 */
export function meaningOf(
  term: Term,
  locales: readonly string[],
  entry: (locale: string, word: string) => Known,
): Meaning {
  const views = locales.map((locale) => viewOf(term, locale, entry));
  const isCommon = views.some(({ ways }) => ways.length === 0);
  const isUnknown = !isCommon && views.every(({ found, longer }) => found.length === 0 && longer.length === 0);
  const others = ({ longer, near }: View) => [...longer, ...(isUnknown ? near.slice(0, mostReadings) : [])];
  const best = views.flatMap(({ near }) => near).toSorted((a, b) => b.documents - a.documents)[0];
  const documents = Math.max(...views.map((view) => view.documents));
  return {
    typed: term.typed.join(' '),
    in: new Map(
      views
        .map((view) => [view.locale, soughtOf(view, others(view))] as const)
        .filter(([, { stems, isKnown }]) => isKnown || (!isCommon && stems.length > 0)),
    ),
    forms: views.flatMap((view) => [
      ...view.found.flat().flatMap(({ forms }) => forms),
      ...others(view).map(({ folded }) => folded),
    ]),
    ...(isUnknown && { read: best }),
    ...(best && !isUnknown && !isCommon && best.documents >= muchMoreCommon * documents && { better: best.word }),
  };
}

/** What one language knows of a term. */
interface View {
  readonly locale: string;
  /** The ways to say it that say something. */
  readonly ways: readonly (readonly Known[])[];
  /** Those of them that documents have. */
  readonly found: readonly (readonly Known[])[];
  readonly longer: readonly Neighbour[];
  readonly near: readonly Neighbour[];
  readonly documents: number;
}

function viewOf({ typed, alternatives }: Term, locale: string, entry: (locale: string, word: string) => Known): View {
  const own = typed.map((word) => entry(locale, word));
  const ways = alternatives
    .map((words) => words.map((word) => entry(locale, word)).filter(({ stem }) => stem !== null))
    .filter((way) => way.length > 0);
  return {
    locale,
    ways,
    found: ways.filter((way) => way.every(({ forms }) => forms.length > 0)),
    longer: own.flatMap(({ longer }) => longer),
    near: own.flatMap(({ neighbours }) => neighbours).filter(({ folded }) => isOneTypoAway(fold(typed[0]!), folded)),
    documents: Math.max(...own.map(({ documents }) => documents)),
  };
}

function soughtOf({ ways, found, documents }: View, others: readonly Neighbour[]): Sought {
  const stemsOf = (way: readonly Known[]) => way.map(({ stem }) => stem!);
  const known = [...found.map(stemsOf), ...others.map(({ stem }) => [stem])];
  return { stems: known.length > 0 ? known : ways.slice(0, 1).map(stemsOf), isKnown: known.length > 0, documents };
}
