import { sayIssue, type Issue } from '@s-tetic/config/validation';

/** What is wrong with a form, as its summary and its fields tell it. */
export interface FormError {
  /** The `id` of the box to correct. Absent when it is about no box that the reader sees. */
  readonly field?: string | undefined;
  readonly message: string;
}

/** How a form calls what its schema calls otherwise. */
export interface FormNames {
  /** The `id`s of its boxes, in the order of the page. */
  readonly fields: readonly string[];
  /** The `id` of the box that a place in what was sent comes from. */
  readonly fieldOf: (path: Issue['path']) => string;
  /** What a sentence calls that box. */
  readonly labelOf: (field: string) => string;
}

/** Says each issue in the reader's words, and where to correct it: what concerns the whole first, then down the page. */
export function explainErrors(
  issues: readonly Issue[],
  words: Readonly<Record<string, string>>,
  { fields, fieldOf, labelOf }: FormNames,
): readonly FormError[] {
  return issues
    .map((issue) => ({ issue, place: fields.indexOf(fieldOf(issue.path)) }))
    .sort((one, other) => one.place - other.place)
    .map(({ issue, place }) => {
      const field = fields[place];
      return { field, message: field === undefined ? sayIssue(issue, words) : sayIssue(issue, words, labelOf(field)) };
    });
}

/** What is wrong in one box: the first thing, as the summary says the rest. */
export function errorIn(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
