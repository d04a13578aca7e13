import { readEnvironment } from '@s-tetic/config/environment';
import { ensureBuild } from './local/build.ts';
import { runCommand, untilStopped } from './local/command.ts';
import { openDatabase } from './local/database.ts';
import { Failure } from './local/failure.ts';
import { holdState } from './local/hold.ts';
import { describeRunning } from './local/panel.ts';
import { openFolders, placeOf } from './local/place.ts';
import { requirePort } from './local/port.ts';
import { type Program, startService, waitForAnswer } from './local/process.ts';
import { cmsHealth, cmsProgram, siteHealth, siteProgram } from './local/programs.ts';
import { numberSteps, type Say } from './local/progress.ts';
import { openSecrets } from './local/secrets.ts';
import { setUpUnlessDone } from './local/set-up.ts';

await runCommand(async (signal) => {
  const environment = readEnvironment(process.env, 'scripts');
  const { stateDir, logs } = openFolders(environment);
  const step = numberSteps(7, signal);
  // What is started last is stopped first: site, CMS, database.
  await using running = new AsyncDisposableStack();

  const hold = await holdState(stateDir, { verb: 'start', pid: process.pid, siteUrl: environment.SITE_URL });
  running.defer(() => hold.release());
  const patience = hold.afterKill ? 15_000 : 0;
  await requirePort('SITE_PORT', environment.SITE_PORT, environment.SITE_HOST, patience);
  await requirePort('CMS_PORT', environment.CMS_PORT, environment.CMS_HOST, patience);

  const secrets = await step('Secrets of this machine', async () => openSecrets(stateDir));
  const database = await step('Database', openForThisRun, { conclude: ({ description }) => description });
  hold.tell({ databaseUrl: database.url });
  const place = placeOf(environment, secrets, database.url);

  await step('Build of the CMS', (say) => ensureBuild('cms', logs, say, signal), { usually: 60, conclude });
  await step('Build of the site', (say) => ensureBuild('site', logs, say, signal), { usually: 20, conclude });
  const fill = (say: Say) => setUpUnlessDone(place, secrets.accounts, say, signal);
  await step('First content and accounts', fill, { usually: 30, conclude });
  const cms = await step('CMS', () => startAndWait(cmsProgram(place), cmsHealth(place)), { usually: 10 });
  const site = await step('Site', () => startAndWait(siteProgram(place), siteHealth(place)));
  process.stdout.write(describeRunning(place, secrets.accounts, stateDir));

  const ended = await Promise.race([untilStopped(signal), cms.exited, site.exited, database.lost]);
  process.stdout.write('\nStopping the site, the CMS and the database…\n');
  await running.disposeAsync();
  if (ended) throw new Failure(ended);
  process.stdout.write('Everything is stopped.\n');

  async function openForThisRun() {
    const opened = await openDatabase(environment.DATABASE_URL, { stateDir, logs, password: secrets.databasePassword });
    running.defer(() => opened.close());
    return opened;
  }

  async function startAndWait(program: Program, health: string) {
    const service = startService(program);
    running.defer(() => service.stop());
    await waitForAnswer(program, service, health, signal);
    return service;
  }
});

function conclude(wasNeeded: boolean): string {
  return wasNeeded ? '' : 'nothing changed';
}
