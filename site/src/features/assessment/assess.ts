import { GATE } from '../charter/loop.ts';
import { riskOf, type Risk } from '../charter/risk.ts';

/** Why a step comes next. */
export type Reason = 'foundations' | 'gate' | 'onward' | 'loop';

/** A step that was done while step 3 was not, and what that leads to. */
export interface Warning {
  readonly step: number;
  readonly risk: Risk;
}

/** What the charter says to a group of companies that has done some of its nine steps. */
export interface Assessment {
  /** The number of the step to work on now, 1 to 9. */
  readonly next: number;
  readonly reason: Reason;
  /** Steps beyond the next one that are done already, in order. */
  readonly ahead: readonly number[];
  /** In the order of the steps. None once step 3 is done. */
  readonly warnings: readonly Warning[];
}

const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * Says where a group stands, by the four observations of the charter, in this order:
 *
 * 1. Steps 1 and 2 come first: they are neither simple nor to be neglected, one must know why and with whom to act.
 * 2. Then step 3, the gate: a cluster really starts when it makes regular business with what it already has.
 * 3. Then the others, in their order.
 * 4. Whoever has done all nine starts the loop again at step 1.
 *
 * And whatever was done beyond the gate while the gate was not passed is warned of, graded as on the pages of steps 4 to 9.
 *
 *     assess(new Set([1, 2, 6])) // => { next: 3, reason: 'gate', ahead: [6], warnings: [{ step: 6, risk: 'risky' }] }
 *
 * @param done the numbers of the steps that are done, 1 to 9
 */
export function assess(done: ReadonlySet<number>): Assessment {
  const missing = steps.find((step) => !done.has(step));
  const next = missing ?? 1;
  return {
    next,
    reason: missing === undefined ? 'loop' : reasonOf(missing),
    ahead: missing === undefined ? [] : steps.filter((step) => step > missing && done.has(step)),
    warnings: done.has(GATE) ? [] : steps.filter((step) => done.has(step)).flatMap(warningOf),
  };
}

function reasonOf(next: number): Reason {
  if (next < GATE) return 'foundations';
  return next === GATE ? 'gate' : 'onward';
}

function warningOf(step: number): Warning[] {
  const risk = riskOf(step);
  return risk ? [{ step, risk }] : [];
}
