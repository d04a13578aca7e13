import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

test('no more run at once than there are places, and all get their turn', async () => {
  let running = 0;
  let most = 0;
  const run = takeTurns(2, async (name: number) => {
    most = Math.max(most, ++running);
    await delay(5);
    running -= 1;
    return name;
  });
  expect(await Promise.all([1, 2, 3, 4, 5].map((name) => run(name)))).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('one that fails leaves its place', async () => {
  const run = takeTurns(1, async (name: string) => {
    if (name === 'broken') throw new Error(name);
    return name;
  });
  const results = await Promise.allSettled([run('broken'), run('sound')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
