import { sayIssue, type Issue } from '@s-tetic/config/validation';

/** What is wrong with a form, as its summary and its fields tell it. */
export interface FormError {
  /** The `id` of the box to correct. Absent when it is about no box that the reader sees. */
  readonly field?: string | undefined;
  readonly message: string;
}

/** How a form calls what its schema calls otherwise. */
export interface FormNames {
  /** The `id` of the box that a place in what was sent comes from, if there is one. */
  readonly fieldOf: (path: Issue['path']) => string | undefined;
  /** What a sentence calls that box. */
  readonly labelOf: (field: string) => string;
}

/** Says each issue in the reader's words, and where to correct it. */
export function explainErrors(
  issues: readonly Issue[],
  words: Readonly<Record<string, string>>,
  { fieldOf, labelOf }: FormNames,
): readonly FormError[] {
  return issues.map((issue) => {
    const field = fieldOf(issue.path);
    return { field, message: field === undefined ? sayIssue(issue, words) : sayIssue(issue, words, labelOf(field)) };
  });
}

/** What is wrong in one box: the first thing, as the summary says the rest. */
export function errorIn(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
