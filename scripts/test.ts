import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { readEnvironment } from '@s-tetic/config/environment';
import { openTestServer } from '../tests/world/server.ts';
import { sharedWorldVariable } from '../tests/world/shared.ts';
import { startWorld, testLogs, testServerVariable, type WorldAddresses } from '../tests/world/world.ts';
import { ensureBuild } from './local/build.ts';
import { findOrInstallChromium } from './local/chromium.ts';
import { runCommand } from './local/command.ts';
import { numberSteps } from './local/progress.ts';
import { runTests } from './local/runner.ts';
import { addTallies, readPlaywrightTally, readVitestTally, type Tally } from './local/tally.ts';

await runCommand(async (signal) => {
  const environment = readEnvironment(process.env, 'scripts');
  const filters = process.argv.slice(2);
  const step = numberSteps(5, signal);
  mkdirSync(testLogs, { recursive: true, mode: 0o700 });
  await using running = new AsyncDisposableStack();
  const results = mkdtempSync(path.join(os.tmpdir(), 's-tetic-results-'));
  running.defer(() => rmSync(results, { recursive: true, force: true }));

  const chromium = await step('Chromium', (say) => findOrInstallChromium(environment.CHROMIUM_PATH, say), {
    conclude: (found) => found,
  });
  await step('Build of the CMS', (say) => ensureBuild('cms', testLogs, say, signal), { usually: 60 });
  await step('Build of the site', (say) => ensureBuild('site', testLogs, say, signal), { usually: 10 });
  const { server } = await step(
    'Database of the tests',
    async (say) => running.use(await openTestServer(environment.DATABASE_URL, testLogs, say, signal)),
    { usually: 20 },
  );
  process.env[testServerVariable] = JSON.stringify(server);
  const [shared, journeys] = await step(
    'CMS and site, for the API and for journeys',
    () => Promise.all(['shared', 'journeys'].map(openWorld)),
    { usually: 15 },
  );

  // Side by side, as both wait for others most of the time. What the second says is kept until the first is done.
  const turn = new PassThrough({ highWaterMark: Number.MAX_SAFE_INTEGER });
  const [vitest, playwright] = await Promise.all([
    runVitest(path.join(results, 'vitest.json')).finally(() => turn.pipe(process.stdout, { end: false })),
    runPlaywright(path.join(results, 'playwright.json')).finally(() => turn.end()),
  ]);
  await finished(turn);
  await running.disposeAsync();
  signal.throwIfAborted();
  const { passed, failed } = addTallies(vitest, playwright);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

  async function openWorld(name: string): Promise<WorldAddresses> {
    const { stop, ...world } = await startWorld({ name });
    running.defer(stop);
    return world;
  }

  async function runVitest(json: string): Promise<Tally> {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`];
    const args = ['run', ...reporters, '--passWithNoTests', ...filters];
    return readVitestTally(json, await runTests({ program: 'vitest/vitest.mjs', args, env: inWorld(shared!) }, signal));
  }

  async function runPlaywright(json: string): Promise<Tally> {
    const args = ['test', '--reporter=list,json', '--pass-with-no-tests', ...filters];
    const env = { ...inWorld(journeys!), PLAYWRIGHT_JSON_OUTPUT_FILE: json };
    const runner = { program: '@playwright/test/cli.js', args, env };
    return readPlaywrightTally(json, await runTests(runner, signal, turn));
  }

  function inWorld(world: WorldAddresses): NodeJS.ProcessEnv {
    return { ...process.env, [sharedWorldVariable]: JSON.stringify(world), CHROMIUM_PATH: chromium };
  }
});
