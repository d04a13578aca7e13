/** The parameter that carries the answers: the digits of the steps that are done, in order; `0` when none is. */
export const DONE = 'faites';

/** The name of the question about a step, as the form sends its answer. */
export const questionName = (step: number): string => `e${step}`;

/** What the form sends for a step that is done. Any other answer, or none, is «not yet». */
export const YES = 'oui';

const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** What an address says of the reader's group. */
export interface Answers {
  /** Numbers of the steps that are done. Undefined while nothing was answered. */
  readonly done: ReadonlySet<number> | undefined;
  /** Whether the address is the one by which these answers are shared: every other way of writing them leads to it. */
  readonly isShort: boolean;
}

/**
 * The answers that an address carries, however they are written: as the form sends them (`?faites=0&e1=oui&e2=pas-encore`),
 * or as they are shared (`?faites=1`), perhaps with what a mail program added to it.
 */
export function readAnswers(query: URLSearchParams): Answers {
  const written = query.getAll(DONE);
  const sent = steps.filter((step) => query.has(questionName(step)));
  const isAnswered = sent.length > 0 || /[0-9]/.test(written.join());
  const done = new Set(
    steps.filter((step) => written.join().includes(String(step)) || query.get(questionName(step)) === YES),
  );
  if (!isAnswered) return { done: undefined, isShort: written.length === 0 };
  return { done, isShort: sent.length === 0 && written.length === 1 && queryOf(done) === `?${DONE}=${written[0]}` };
}

/** `queryOf(new Set([4, 1]))` // => '?faites=14'; `queryOf(new Set())` // => '?faites=0'; `queryOf(undefined)` // => '' */
export function queryOf(done: ReadonlySet<number> | undefined): string {
  if (done === undefined) return '';
  return `?${DONE}=${steps.filter((step) => done.has(step)).join('') || '0'}`;
}
