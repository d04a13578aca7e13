interface Numbered {
  readonly number: number;
}

export interface Neighbours<Step> {
  readonly previous: Step;
  readonly next: Step;
  /** Whether `next` begins the loop again. */
  readonly isLoopClosed: boolean;
}

/**
 * The steps before and after one in the loop: 9 leads back to 1, and 1 comes after 9.
 * @returns undefined when there is no such step, or no other
 */
export function neighboursOf<Step extends Numbered>(
  number: number,
  steps: readonly Step[],
): Neighbours<Step> | undefined {
  const index = steps.findIndex((step) => step.number === number);
  const previous = steps.at(index - 1);
  const next = steps[(index + 1) % steps.length];
  if (index === -1 || steps.length < 2 || !previous || !next) return undefined;
  return { previous, next, isLoopClosed: index === steps.length - 1 };
}
