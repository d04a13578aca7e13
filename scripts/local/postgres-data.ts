import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure, fullDisk, tellsOfFullDisk } from './failure.ts';
import type { Binaries } from './postgres-binaries.ts';
import { type Owner, ownProcess } from './postgres-owner.ts';
import { isAlive } from './process.ts';

/** The role that S-tetic works as, and its database. It may create databases (tests do), and nothing else. */
export const role = 's_tetic';

/**
 * Makes the data folder, with the role and its database in it.
 * A folder half made by an interrupted start is never taken for a database: it gets its name last.
 *
 * @param password hexadecimal, as it is written into SQL
 */
export function makeData(
  binaries: Binaries,
  data: string,
  { password, volatile }: { password: string; volatile?: boolean },
  owner?: Owner,
): void {
  const unfinished = `${data}.unfinished`;
  const passwordFile = `${data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  // Nobody logs in as the superuser: its password is forgotten here.
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (owner) for (const file of [unfinished, passwordFile]) chownSync(file, owner.uid, owner.gid);
  const run = (program: string, args: string[], input = '') =>
    execFileSync(program, args, { ...ownProcess(path.dirname(data), owner), input, stdio: 'pipe' });
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
      `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD '${password}'\nCREATE DATABASE ${role} OWNER ${role}\n`,
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

/** @throws {Failure} when the data belong to another major version than the programs */
export function requireSameMajor(binaries: Binaries, data: string): void {
  const major = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (major === binaries.major) return;
  throw new Failure(
    `The database in ${data} was made by PostgreSQL ${major}; the one installed is ${binaries.major}. Go back to the version of S-tetic that made it, save its content with pg_dump, and load that into the new one.`,
  );
}

/**
 * Stops, in order, the server that a start left behind when it was killed: its data are whole.
 *
 * @throws {Failure} when it does not stop in half a minute
 */
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
