import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { readEnvironment } from '@s-tetic/config/environment';
import { type Fleet, startFleet } from '../tests/world/fleet.ts';
import { cutNotifications, publishUnderKill } from '../tests/world/killing.ts';
import { openTestServer } from '../tests/world/server.ts';
import { startSpareCms, startSpareSite } from '../tests/world/spare.ts';
import { startWorld, testLogs, testServerVariable, type World } from '../tests/world/world.ts';
import { startAstroStandalone } from './bench/astro-standalone.ts';
import { type Contender, startBare, startNginx } from './bench/contenders.ts';
import { measureBurst } from './bench/measure-burst.ts';
import { loadDirectory, measureDirectory } from './bench/measure-directory.ts';
import { measureForms } from './bench/measure-forms.ts';
import { measureHits } from './bench/measure-hits.ts';
import { measureLoad } from './bench/measure-load.ts';
import { measureMisses, takeSamples } from './bench/measure-pages.ts';
import { measurePublishing } from './bench/measure-publishing.ts';
import { measureStore } from './bench/measure-store.ts';
import { readMemory } from './bench/process-figures.ts';
import { type Findings, tellFindings } from './bench/report.ts';
import { ensureBuild } from './local/build.ts';
import { runCommand, untilStopped } from './local/command.ts';
import { numberSteps, type Step } from './local/progress.ts';
import { writeReport } from './local/write-report.ts';

/** Measures the product beside what it is compared with, prints the tables and writes them to docs/benchmarks.md. */
await runCommand(async (signal) => {
  const environment = readEnvironment(process.env, 'scripts');
  const numbered = numberSteps(12, signal);
  // What is being measured knows nothing of Ctrl-C: it is left where it is.
  const stopped = untilStopped(signal).then(() => signal.throwIfAborted());
  stopped.catch(() => undefined);
  const step: Step = (title, work, options) =>
    numbered(title, (say) => Promise.race([work(say), stopped as Promise<never>]), options);
  mkdirSync(testLogs, { recursive: true, mode: 0o700 });
  await using running = new AsyncDisposableStack();
  const folder = mkdtempSync(path.join(os.tmpdir(), 's-tetic-bench-'));
  running.defer(() => rmSync(folder, { recursive: true, force: true }));

  await step('Build of the CMS', (say) => ensureBuild('cms', testLogs, say, signal), { usually: 60 });
  await step('Build of the site', (say) => ensureBuild('site', testLogs, say, signal), { usually: 10 });
  const { server } = await step(
    'Database',
    async (say) => running.use(await openTestServer(environment.DATABASE_URL, testLogs, say, signal)),
    { usually: 20 },
  );
  process.env[testServerVariable] = JSON.stringify(server);
  const world = await step('CMS and site', () => startWorld({ name: 'bench' }), { usually: 10 });
  running.defer(world.stop);
  const cms = await startSpareCms(world, 'bench-cms');
  const site = await startSpareSite(world, 'bench-site', cms.url);
  running.defer(() => cms.end('SIGTERM').then(() => undefined));
  running.defer(() => site.end('SIGTERM').then(() => undefined));

  const samples = await takeSamples(site.url);
  const contenders = await step('Servers to compare with', async () => {
    const standalone = {
      ...process.env,
      NODE_ENV: 'production',
      CMS_URL: cms.url,
      SITE_URL: site.url,
      ...world.secrets,
    };
    const others: (Contender | undefined)[] = [
      await startBare(running, folder, samples),
      await startNginx(running, folder, samples),
      await startAstroStandalone(running, folder, standalone),
    ];
    const ours: Contender = { name: 'the site', urlOf: ({ path }) => site.url + path, pid: site.pid };
    return [ours, ...others.filter((contender) => contender !== undefined)];
  });
  const memory = {
    CMS: readMemory(cms.pid),
    site: readMemory(site.pid),
    ...Object.fromEntries(contenders.slice(1).map(({ name, pid }) => [name, readMemory(pid)])),
  };
  const hits = await step('Hits', (say) => measureHits(contenders, samples, say), { usually: 600 });
  const misses = await step('Misses', () => measureMisses(site.url), { usually: 20 });
  const forms = await step('Forms', () => measureForms(site.url), { usually: 10 });
  const burst = await step('A burst of forms', () => measureBurst(world), { usually: 20 });
  const { publishing, killing } = await step('Publications', measureFleet, { usually: 240 });
  const store = await step('5,000 pages in store', measureStore, { usually: 150 });
  const { directory, hitBySize } = await step('A large directory', measureLarge, { usually: 180 });

  const findings: Findings = { hits, misses, publishing, killing, forms, burst, memory, store, directory, hitBySize };
  await writeReport('benchmarks.md', tellFindings(findings));

  async function measureFleet(say: (detail: string) => void): Promise<Pick<Findings, 'publishing' | 'killing'>> {
    const database = new pg.Client({ connectionString: world.databaseUrl });
    await database.connect();
    running.defer(() => database.end());
    const publishing = [
      { title: 'all is well', delays: await measureOnFleet(() => undefined) },
      {
        title: 'one of the two CMS, then one of the two sites is killed, and started again',
        delays: await measureOnFleet(disturb),
      },
      { title: 'notifications are cut before each', delays: await measureOnFleet(() => cutNotifications(database)) },
    ];
    say('kill -9');
    await using alone = await startFleet(world, 'bench-alone', 1);
    const killing = [];
    for (let round = 0; round < 5; round++) killing.push(await publishUnderKill(alone, database));
    return { publishing, killing };
  }

  async function measureOnFleet(incident: (number: number, fleet: Fleet) => Promise<void> | void): Promise<number[]> {
    await using fleet = await startFleet(world, 'bench-fleet', 2);
    return await measurePublishing(fleet, 200, (number) => incident(number, fleet));
  }

  async function disturb(number: number, { cms, sites }: Fleet): Promise<void> {
    if (number === 40) await cms[0]!.kill();
    if (number === 70) await cms[0]!.start();
    if (number === 110) await sites[0]!.kill();
    if (number === 140) await sites[0]!.start();
  }

  async function measureLarge(say: (detail: string) => void) {
    const large = await startWorld({ name: 'bench-large' });
    try {
      await large.stopSite();
      const hitBySize = [{ resources: 34, cost: await measureHitAlone(large) }];
      say('20,000 resources');
      await loadDirectory(large.databaseUrl, { from: 1, to: 20_000, comments: 50_000 });
      const directory = await measureDirectory(large, { resources: 20_000, comments: 50_000 });
      say('100,000 resources');
      await loadDirectory(large.databaseUrl, { from: 20_001, to: 100_000, comments: 0 });
      hitBySize.push({ resources: 100_000, cost: await measureHitAlone(large) });
      return { directory, hitBySize };
    } finally {
      await large.stop();
    }
  }

  /** Microseconds of processor time of a hit, while the CMS is stopped: nothing else is being rendered. */
  async function measureHitAlone(world: World): Promise<number> {
    const site = await startSpareSite(world, 'bench-large-site');
    const { pid } = site;
    await fetch(site.url);
    await world.stopCms();
    const asked = { pid, encoding: 'identity', status: 200 };
    await measureLoad(`${site.url}/`, { ...asked, seconds: 2 });
    const { cost } = await measureLoad(`${site.url}/`, { ...asked, seconds: 5 });
    await site.end('SIGTERM');
    await world.startCms();
    return cost;
  }
});

// What was left in the middle of a measurement ends with this process.
process.exit();
