import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addTallies, readPlaywrightTally, readVitestTally } from './tally.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 's-tetic-tally-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a skipped test counts as failed, and so does a file that could not be loaded', () => {
  const report = write({
    numTotalTests: 5,
    numPassedTests: 4,
    testResults: [
      { status: 'passed', assertionResults: [{}, {}, {}, {}, {}] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(readVitestTally(report, 1)).toEqual({ passed: 4, failed: 2 });
});

test('a journey that passed only when tried again counts as failed', () => {
  const report = write({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, errors: [] });
  expect(readPlaywrightTally(report, 1)).toEqual({ passed: 3, failed: 3 });
});

test('a runner that failed before it could report counts as one failure', () => {
  expect(readPlaywrightTally(path.join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 });
});

test('the whole is the sum', () => {
  expect(addTallies({ passed: 1, failed: 2 }, { passed: 3, failed: 0 })).toEqual({ passed: 4, failed: 2 });
});

function write(report: object): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}
