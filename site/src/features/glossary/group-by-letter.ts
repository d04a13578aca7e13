export interface LetterGroup<Term> {
  /** One capital letter, without accent. */
  readonly letter: string;
  readonly terms: readonly Term[];
}

/** The terms under their first letter, in the order in which they come: `Édition` goes under E, `œuvre` under O. */
export function groupByLetter<Term extends { readonly name: string }>(
  terms: readonly Term[],
): readonly LetterGroup<Term>[] {
  const groups = Map.groupBy(terms, ({ name }) => letterOf(name));
  return [...groups].map(([letter, terms]) => ({ letter, terms }));
}

function letterOf(name: string): string {
  const [first = ''] = name.normalize('NFD').toUpperCase().replace('Œ', 'O').replace('Æ', 'A');
  return first;
}
