import { existsSync, readFileSync } from 'node:fs';

/** How many tests passed, and how many did not: failed, skipped, or kept from running. */
export interface Tally {
  passed: number;
  failed: number;
}

/** A runner that failed without a failed test of its own to show for it (it could not start, say) counts as one. */
export function readVitestTally(jsonFile: string, exitCode: number): Tally {
  const report = readReport<VitestReport>(jsonFile);
  // A file that could not be loaded has no test to its name.
  const unloaded =
    report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0) ?? [];
  const passed = report?.numPassedTests ?? 0;
  return withExitCode({ passed, failed: (report?.numTotalTests ?? 0) - passed + unloaded.length }, exitCode);
}

export function readPlaywrightTally(jsonFile: string, exitCode: number): Tally {
  const { stats, errors } = readReport<PlaywrightReport>(jsonFile) ?? {};
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0) + (errors?.length ?? 0);
  return withExitCode({ passed: stats?.expected ?? 0, failed }, exitCode);
}

export function addTallies(...tallies: Tally[]): Tally {
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }));
}

interface VitestReport {
  numTotalTests: number;
  numPassedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

function withExitCode({ passed, failed }: Tally, exitCode: number): Tally {
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

function readReport<T>(jsonFile: string): T | undefined {
  return existsSync(jsonFile) ? (JSON.parse(readFileSync(jsonFile, 'utf8')) as T) : undefined;
}
