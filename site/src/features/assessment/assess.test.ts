import { describe, expect, test } from 'vitest';
import { assess } from './assess.ts';

const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** All that a group can answer: each of the nine steps done or not. */
const states = Array.from({ length: 512 }, (_, bits) => new Set(steps.filter((step) => bits & (1 << (step - 1)))));
const named = states.map((done) => ({ done, name: [...done].join(', ') || 'none' }));

describe('whatever the answers', () => {
  test('there are 512 of them', () => {
    expect(new Set(states.map((done) => [...done].join(''))).size).toBe(512);
  });

  test.each(named)('done: $name', ({ done }) => {
    const { next, reason, ahead, warnings } = assess(done);
    const isWhole = done.size === 9;

    // The next step is never one that is done, unless all are: the loop then starts again.
    expect(done.has(next)).toBe(isWhole);
    if (isWhole) expect({ next, reason }).toEqual({ next: 1, reason: 'loop' });
    // All that comes before it is done: 1 and 2 first, then the gate, then the others in their order.
    else expect(steps.filter((step) => step < next).every((step) => done.has(step))).toBe(true);

    expect(reason).toBe(isWhole ? 'loop' : next <= 2 ? 'foundations' : next === 3 ? 'gate' : 'onward');
    expect(new Set([...steps.filter((step) => step < next), ...ahead])).toEqual(isWhole ? new Set() : done);

    // A warning for exactly what was done beyond the gate while the gate was not passed.
    const skipped = done.has(3) ? [] : steps.filter((step) => step > 3 && done.has(step));
    expect(warnings.map(({ step }) => step)).toEqual(skipped);
  });
});

test('nobody is warned of their next step', () => {
  for (const done of states) {
    const { next, warnings } = assess(done);
    expect(warnings.map(({ step }) => step)).not.toContain(next);
  }
});

test('what skipping step 3 leads to is graded as the charter grades it', () => {
  expect(assess(new Set([1, 2, 4, 5, 6, 7, 8, 9])).warnings).toEqual([
    { step: 4, risk: 'premature' },
    { step: 5, risk: 'premature' },
    { step: 6, risk: 'risky' },
    { step: 7, risk: 'clientelism' },
    { step: 8, risk: 'clientelism' },
    { step: 9, risk: 'risky' },
  ]);
});

test('a group that begins, one at the gate, one that goes on, one that has done it all', () => {
  expect(assess(new Set())).toMatchObject({ next: 1, reason: 'foundations' });
  expect(assess(new Set([1, 2]))).toMatchObject({ next: 3, reason: 'gate' });
  expect(assess(new Set([1, 2, 3, 5]))).toMatchObject({ next: 4, reason: 'onward', ahead: [5], warnings: [] });
  expect(assess(new Set(steps))).toMatchObject({ next: 1, reason: 'loop', warnings: [] });
});
