import { diffWords, diffWordsWithSpace } from 'diff';

/** A run of words of one text or the other, or of both. */
export interface Change {
  readonly text: string;
  /** Absent where both texts say the same. */
  readonly kind?: 'added' | 'removed';
}

/** Milliseconds. Two texts that share nothing take long to compare, and say no more than that. */
const patience = 200;

/**
 * What changed from one text to the other, word by word, in reading order. Empty when nothing did.
 * `diffTexts('depuis 2019', 'depuis 2021')` // => [{ text: 'depuis ' }, { text: '2019', kind: 'removed' }, { text: '2021', kind: 'added' }]
 */
export function diffTexts(before: string, after: string): Change[] {
  if (before === after) return [];
  const words = diffWords(before, after, { timeout: patience });
  // Words alone, it leaves out what is only a space or a line more.
  const parts = words?.every(({ added, removed }) => !added && !removed)
    ? diffWordsWithSpace(before, after, { timeout: patience })
    : words;
  return (
    parts?.map(({ value, added, removed }) => ({ text: value, ...kindOf(added, removed) })) ?? replaced(before, after)
  );
}

/** One whole value in place of another. */
export const replaced = (before: string, after: string): Change[] => [
  ...(before ? [{ text: before, kind: 'removed' as const }] : []),
  ...(after ? [{ text: after, kind: 'added' as const }] : []),
];

const kindOf = (added: boolean, removed: boolean): Pick<Change, 'kind'> =>
  added ? { kind: 'added' } : removed ? { kind: 'removed' } : {};
