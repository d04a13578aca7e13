import { expect, test } from 'vitest';
import { neighboursOf } from './neighbours.ts';

const steps = Array.from({ length: 9 }, (_, index) => ({ number: index + 1 }));

test('one moves to the step before and the step after', () => {
  expect(neighboursOf(3, steps)).toEqual({ previous: { number: 2 }, next: { number: 4 }, isLoopClosed: false });
});

test('step 9 leads back to step 1, and step 1 comes after step 9', () => {
  expect(neighboursOf(9, steps)).toEqual({ previous: { number: 8 }, next: { number: 1 }, isLoopClosed: true });
  expect(neighboursOf(1, steps)?.previous).toEqual({ number: 9 });
});

test('there is nowhere to go from a step that is not there', () => {
  expect(neighboursOf(10, steps)).toBeUndefined();
  expect(neighboursOf(1, [{ number: 1 }])).toBeUndefined();
});
