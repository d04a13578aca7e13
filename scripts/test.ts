import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readEnvironment } from '@s-tetic/config/environment';
import { openTestServer } from '../tests/world/server.ts';
import { sharedWorldVariable } from '../tests/world/shared.ts';
import { startWorld, testLogs, testServerVariable } from '../tests/world/world.ts';
import { ensureBuild } from './local/build.ts';
import { findOrInstallChromium } from './local/chromium.ts';
import { runCommand } from './local/command.ts';
import { numberSteps } from './local/progress.ts';
import { projectRoot } from './local/project.ts';
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
  const { stop, ...world } = await step('CMS and site of the tests', () => startWorld({ name: 'shared' }), {
    usually: 10,
  });
  running.defer(stop);

  const env = { ...process.env, [sharedWorldVariable]: JSON.stringify(world), CHROMIUM_PATH: chromium };
  const vitest = await runVitest(path.join(results, 'vitest.json'));
  const playwright = await runPlaywright(path.join(results, 'playwright.json'));
  await running.disposeAsync();
  signal.throwIfAborted();
  const { passed, failed } = addTallies(vitest, playwright);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

  async function runVitest(json: string): Promise<Tally> {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`];
    const args = ['vitest/vitest.mjs', 'run', ...reporters, '--passWithNoTests', ...filters];
    return readVitestTally(json, await runTests(args, env));
  }

  async function runPlaywright(json: string): Promise<Tally> {
    const args = ['@playwright/test/cli.js', 'test', '--reporter=list,json', '--pass-with-no-tests', ...filters];
    return readPlaywrightTally(json, await runTests(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: json }));
  }

  /** Gives the exit code. Ctrl-C reaches the runner with us, in its own right, as it is in our process group. */
  async function runTests([script, ...args]: string[], env: NodeJS.ProcessEnv): Promise<number> {
    if (signal.aborted) return 130;
    const runner = spawn(process.execPath, [path.join(projectRoot, 'node_modules', script ?? ''), ...args], {
      cwd: projectRoot,
      stdio: 'inherit',
      env,
    });
    const stop = () => runner.kill('SIGTERM');
    signal.addEventListener('abort', stop);
    const code = await new Promise<number>((resolve) => runner.once('close', (code) => resolve(code ?? 1)));
    signal.removeEventListener('abort', stop);
    return code;
  }
});
