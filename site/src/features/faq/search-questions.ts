import { fold } from '@s-tetic/config/fold';

interface Group {
  readonly entries: readonly { readonly question: string; readonly answer: string }[];
}

export interface Found<G> {
  /** Those that have questions left, with these alone. */
  readonly groups: readonly G[];
  readonly count: number;
  /** Of all questions. */
  readonly total: number;
}

/** Characters: more is no longer a search. */
const MAX_LENGTH = 100;

/** What a reader looks for, as an address holds it: one line, without what cannot be shown. */
export function wordsAsked(parameters: URLSearchParams): string {
  const asked = (parameters.get('q') ?? '').replace(/[\s\p{C}]+/gu, ' ').trim();
  return [...asked].slice(0, MAX_LENGTH).join('').trim();
}

/**
 * The questions that hold every word asked for, in themselves or in their answer, whatever the accents and capitals.
 * A word is found at the beginning of a longer one, and a plural by its singular: `réunions` finds «une réunion».
 */
export function searchQuestions<G extends Group>(groups: readonly G[], asked: string): Found<G> {
  const words = wordsOf(asked).map(withoutPlural);
  const isFound = ({ question, answer }: Group['entries'][number]) => {
    const held = wordsOf(`${question} ${withoutAddresses(answer)}`);
    return words.every((word) => held.some((other) => other.startsWith(word)));
  };
  const narrowed = groups
    .map((group) => ({ ...group, entries: group.entries.filter(isFound) }))
    .filter(({ entries }) => entries.length > 0);
  return { groups: narrowed, count: countOf(narrowed), total: countOf(groups) };
}

/** `wordsOf('L’étape 3, vite !')` // => ['etape', '3', 'vite']: what an elision leaves says nothing. */
const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 || /\p{N}/u.test(word));

const withoutPlural = (word: string) => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

/** Where the links of a Markdown text lead is not what it says. */
const withoutAddresses = (markdown: string) => markdown.replace(/\]\([^)]*\)/g, ']');

const countOf = (groups: readonly Group[]) => groups.reduce((sum, { entries }) => sum + entries.length, 0);
