import { expect, test } from 'vitest';
import { formatSeconds, numberSteps, type Output } from './progress.ts';

test('without a terminal, each step is a line when it begins and one when it ends', async () => {
  const { output, written } = capture(false);
  const step = numberSteps(2, undefined, output);
  expect(await step('Database', async () => 'up', { conclude: (state) => `PostgreSQL is ${state}` })).toBe('up');
  await expect(step('Build', () => Promise.reject(new Error('no')), { usually: 60 })).rejects.toThrow('no');
  expect(written().replace(/\d\.\d s/g, '0.0 s')).toBe(
    [
      '1/2  Database',
      '     done in 0.0 s: PostgreSQL is up',
      '2/2  Build (about 1 min)',
      '     failed in 0.0 s',
      '',
    ].join('\n'),
  );
});

test('in a terminal, the line of a step is redrawn in place, and stays when it ends', async () => {
  const { output, written } = capture(true, 60);
  await numberSteps(
    1,
    undefined,
    output,
  )('Build of the site', async (say) => {
    say('a line that is far too long for the terminal that it is shown in');
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  const draws = written().split('\r\u001b[2K').slice(1);
  expect(draws.length).toBeGreaterThan(2);
  expect(draws[0]).toMatch(/^⠙ 1\/1 {2}Build of the site {2}0\.0 s$/);
  expect(draws[1]).toMatch(/^⠹ 1\/1 {2}Build of the site {2}0\.\d s {2}a line that is.*…$/);
  expect(Math.max(...draws.map((line) => line.length))).toBeLessThan(61);
  expect(draws.at(-1)).toMatch(/^✔ 1\/1 {2}Build of the site {2}0\.\d s\n$/);
});

test('no step is begun once the command is told to stop', async () => {
  const { output, written } = capture(false);
  const step = numberSteps(1, AbortSignal.abort(), output);
  await expect(step('Database', async () => undefined)).rejects.toThrow();
  expect(written()).toBe('');
});

test('times are told as people say them', () => {
  expect([0.04, 59.4, 60, 75].map(formatSeconds)).toEqual(['0.0 s', '59 s', '1 min', '1 min 15 s']);
});

function capture(isTTY: boolean, columns = 80) {
  const lines: string[] = [];
  const output: Output = { isTTY, columns, write: (text: string) => Boolean(lines.push(text)) };
  return { output, written: () => lines.join('') };
}
