import path from 'node:path';
import { readEnvironment } from '@s-tetic/config/environment';
import { ensureBuild, hashFirstContent } from './local/build.ts';
import { runCommand, untilStopped } from './local/command.ts';
import { openDatabase } from './local/database.ts';
import { Failure } from './local/failure.ts';
import { holdState } from './local/hold.ts';
import { describeRunning } from './local/panel.ts';
import { placeOf } from './local/place.ts';
import { requirePort } from './local/port.ts';
import { runToEnd, startService, waitForAnswer } from './local/process.ts';
import { cmsHealth, cmsProgram, migrateProgram, siteHealth, siteProgram } from './local/programs.ts';
import { numberSteps } from './local/progress.ts';
import { openSecrets } from './local/secrets.ts';
import { readSetUpMark, writeSetUpMark } from './local/set-up-mark.ts';

await runCommand(async (signal) => {
  const environment = readEnvironment(process.env, 'scripts');
  const stateDir = path.resolve(environment.STATE_DIR);
  const logs = path.join(stateDir, 'logs');
  const step = numberSteps(7, signal);
  // What is started last is stopped first: site, CMS, database.
  await using running = new AsyncDisposableStack();

  const hold = await holdState(stateDir, { verb: 'start', pid: process.pid, siteUrl: environment.SITE_URL });
  running.defer(() => hold.release());
  const patience = hold.afterKill ? 15_000 : 0;
  await requirePort('SITE_PORT', environment.SITE_PORT, environment.SITE_HOST, patience);
  await requirePort('CMS_PORT', environment.CMS_PORT, environment.CMS_HOST, patience);

  const secrets = await step('Secrets of this machine', async () => openSecrets(stateDir));
  const database = await step('Database', async (say) => {
    const opened = await openDatabase(environment.DATABASE_URL, { stateDir, logs, password: secrets.databasePassword });
    running.defer(() => opened.close());
    say(opened.description);
    return opened;
  });
  hold.tell({ databaseUrl: database.url });
  const place = placeOf(environment, secrets, database.url, logs);

  await step('Build of the CMS', (say) => buildUnlessFresh('cms', say), { usually: 60 });
  await step('Build of the site', (say) => buildUnlessFresh('site', say), { usually: 20 });
  await step('First content and accounts', setUpUnlessDone, { usually: 30 });
  const cms = await step('CMS', () => startAndWait(cmsProgram(place), cmsHealth(place)), { usually: 10 });
  const site = await step('Site', () => startAndWait(siteProgram(place), siteHealth(place)));
  process.stdout.write(describeRunning(place, secrets.accounts, stateDir));

  const ended = await Promise.race([untilStopped(signal), cms.exited, site.exited, database.lost]);
  process.stdout.write('\nStopping the site, the CMS and the database…\n');
  await running.disposeAsync();
  if (ended) throw new Failure(ended);
  process.stdout.write('Everything is stopped.\n');

  async function buildUnlessFresh(name: 'cms' | 'site', say: (detail: string) => void) {
    const built = await ensureBuild(name, logs, say, signal);
    say(built ? '' : 'nothing changed');
  }

  async function setUpUnlessDone(say: (detail: string) => void) {
    const hash = hashFirstContent();
    if ((await readSetUpMark(database.url)) === hash) return say('nothing changed');
    await runToEnd(migrateProgram(place, secrets.accounts), say, signal);
    await writeSetUpMark(database.url, hash);
    say('');
  }

  async function startAndWait(program: Parameters<typeof startService>[0], health: string) {
    const service = startService(program);
    running.defer(() => service.stop());
    await waitForAnswer(program, service, health, signal);
    return service;
  }
});
