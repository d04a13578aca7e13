import { readEnvironment } from '@s-tetic/config/environment';
import { ensureBuild } from './local/build.ts';
import { runCommand } from './local/command.ts';
import { openDatabase } from './local/database.ts';
import { Failure } from './local/failure.ts';
import { findHolder, holdState } from './local/hold.ts';
import { openFolders, placeOf } from './local/place.ts';
import { numberSteps, type Say } from './local/progress.ts';
import { openSecrets } from './local/secrets.ts';
import { setUp } from './local/set-up.ts';

await runCommand(async (signal) => {
  const environment = readEnvironment(process.env, 'scripts');
  const { stateDir, logs } = openFolders(environment);
  const secrets = openSecrets(stateDir);
  const step = numberSteps(3, signal);
  await using running = new AsyncDisposableStack();

  await step('Build of the CMS', buildUnlessWatched, { usually: 60 });
  const { url } = await step('Database', findDatabase, { conclude: ({ description }) => description });
  const place = placeOf(environment, secrets, url);
  await step('First content and accounts', (say) => setUp(place, secrets.accounts, say, signal), { usually: 20 });

  /** npm run dev keeps the CMS compiled, in the folder where a build would go. */
  async function buildUnlessWatched(say: Say) {
    const holder = await findHolder(stateDir);
    if (holder?.verb !== 'dev') await ensureBuild('cms', logs, say, signal);
  }

  /** The database of the start that runs, if one does: a second server cannot open the same data. */
  async function findDatabase() {
    const holder = await findHolder(stateDir);
    if (holder && !holder.databaseUrl)
      throw new Failure(
        `npm run ${holder.verb} (process ${holder.pid}) is still opening the database. Wait until it has, then run this again.`,
      );
    if (holder?.databaseUrl) return { url: holder.databaseUrl, description: `that of npm run ${holder.verb}` };
    const hold = await holdState(stateDir, { verb: 'seed', pid: process.pid, siteUrl: environment.SITE_URL });
    running.defer(() => hold.release());
    const database = await openDatabase(environment.DATABASE_URL, {
      stateDir,
      logs,
      password: secrets.databasePassword,
    });
    running.defer(() => database.close());
    return database;
  }
});
