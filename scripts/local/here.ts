import { type Environment, readEnvironment } from '@s-tetic/config/environment';
import { untilStopped } from './command.ts';
import { type Database, openDatabase } from './database.ts';
import { Failure } from './failure.ts';
import { holdState } from './hold.ts';
import { describeRunning } from './panel.ts';
import { openFolders, placeOf } from './place.ts';
import { requirePort } from './port.ts';
import type { Service } from './process.ts';
import type { Place } from './programs.ts';
import type { Step } from './progress.ts';
import { openSecrets, type Secrets } from './secrets.ts';

/** What npm start and npm run dev run on: this machine's folder, ports, secrets and database, held for them alone. */
export interface Here {
  place: Place;
  secrets: Secrets;
  database: Database;
}

/** How long, in milliseconds, what a killed command had started may take to end. */
const patience = 15_000;

/**
 * Takes hold of everything, in two steps.
 *
 * @param running what has to be given back, and is when the command ends
 * @throws {Failure} when another command or program has some of it
 */
export async function takeHold(verb: 'start' | 'dev', step: Step, running: AsyncDisposableStack): Promise<Here> {
  const environment = readEnvironment(process.env, 'scripts');
  const { stateDir, logs } = openFolders(environment);
  const hold = await holdState(stateDir, { verb, pid: process.pid, siteUrl: environment.SITE_URL });
  running.defer(() => hold.release());
  await requirePorts(environment, hold.afterKill ? patience : 0);

  const secrets = await step('Secrets of this machine', async () => openSecrets(stateDir));
  const embedded = { stateDir, logs, password: secrets.databasePassword };
  const open = () => openDatabase(environment.DATABASE_URL, embedded);
  const database = await step('Database', open, { conclude: ({ description }) => description });
  running.defer(() => database.close());
  hold.tell({ databaseUrl: database.url });
  return { place: placeOf(environment, secrets, database.url), secrets, database };
}

/**
 * Says that everything runs, and waits until it is told to stop; then stops it all, last started first.
 *
 * @throws {Failure} when a program or the database ends by itself
 */
export async function runUntilStopped(
  { place, secrets, database }: Here,
  services: Service[],
  running: AsyncDisposableStack,
  signal: AbortSignal,
): Promise<void> {
  process.stdout.write(describeRunning(place, secrets.accounts));
  const ended = await Promise.race([untilStopped(signal), database.lost, ...services.map(({ exited }) => exited)]);
  process.stdout.write('\nStopping the site, the CMS and the database…\n');
  await running.disposeAsync();
  if (ended) throw new Failure(ended);
  process.stdout.write('Everything is stopped.\n');
}

async function requirePorts({ SITE_PORT, SITE_HOST, CMS_PORT, CMS_HOST }: Environment<'scripts'>, patience: number) {
  await requirePort('SITE_PORT', SITE_PORT, SITE_HOST, patience);
  await requirePort('CMS_PORT', CMS_PORT, CMS_HOST, patience);
}
