import { fold } from '@s-tetic/config/fold';
import { inflectionsOf } from './inflections';

/** One thing that is looked for. */
export interface Term {
  /** Its words as they were typed: one, or several that have synonyms together. */
  readonly typed: readonly string[];
  /** Ways to say it, what was typed first. Each is one word, or several that must all be there. */
  readonly alternatives: readonly (readonly string[])[];
}

/** More words than this say nothing more, and cost the same each. */
const mostTerms = 12;

/**
 * What a reader looks for, word by word, each with its other ways to be said. An elided article falls away by itself, being a letter.
 *
 *     readTerms('l’export des TIC', [['TIC', 'numérique']])
 *     // => export; des; TIC or numérique
 *
 * @param synonyms groups of words that mean the same, as staff wrote them
 */
export function readTerms(query: string, synonyms: readonly (readonly string[])[]): Term[] {
  const words = wordsOf(query).slice(0, mostTerms);
  const groups = synonyms.map((group) => group.map(wordsOf).filter((member) => member.length > 0));
  const terms: Term[] = [];
  for (let place = 0; place < words.length;) {
    const rest = words.slice(place);
    const met = groups.flatMap((group) => group.filter((member) => startsWith(rest, member)));
    const length = Math.max(1, ...met.map((member) => member.length));
    const typed = rest.slice(0, length);
    const same = groups.filter((group) => group.some((member) => member.length === length && startsWith(rest, member)));
    const inflected = length === 1 ? inflectionsOf(typed[0]!).map((word) => [word]) : [];
    terms.push({
      typed,
      alternatives: [typed, ...inflected, ...same.flat().filter((member) => !startsWith(typed, member))],
    });
    place += length;
  }
  return terms;
}

/** The words of a text, without the lone letters that elisions and abbreviations leave. */
export function wordsOf(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
    (word) => !/^\p{L}\p{M}*$/u.test(word) && word !== 'qu',
  );
}

const startsWith = (words: readonly string[], member: readonly string[]): boolean =>
  member.length <= words.length && member.every((word, index) => withoutPlural(word) === withoutPlural(words[index]!));

const withoutPlural = (word: string): string => fold(word).replace(/(?<=...)[sx]$/, '');
