import type { Reader } from '../../lib/reader';
import { contract } from './contract';

/** The four observations, or those that concern one step, each with the numbers of its steps. */
export async function findObservations(reader: Reader, stepNumber?: number) {
  const observations = await reader.list(contract, 'observation', { populate: { steps: { fields: ['number'] } } });
  return observations
    .map((observation) => ({ ...observation, steps: numbersOf(observation['steps']) }))
    .filter(({ steps }) => stepNumber === undefined || steps.includes(stepNumber));
}

/** `numbersOf([{ number: 3 }, { number: 1 }])` // => [1, 3] */
export function numbersOf(steps: unknown): number[] {
  return (steps as { number: number }[]).map(({ number }) => number).sort((a, b) => a - b);
}
