import {
  chmodSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure } from './failure.ts';
import { isAlive } from './process.ts';

/**
 * Where root keeps PostgreSQL's files. The user that PostgreSQL runs as must be able to walk to them, and a clone
 * may lie where nobody but root may walk (/root, a folder of mktemp): opening that folder to others is not ours to do.
 */
const systemFolder = '/var/lib/s-tetic';

/**
 * The lasting folder of the embedded database: `<stateDir>/postgres`.
 * For root it is a link to a folder of its own under /var/lib/s-tetic, so that the database moves with the clone.
 *
 * @throws {Failure} when another user made it
 */
export function openPostgresHome(stateDir: string, isRoot: boolean): string {
  const home = path.join(stateDir, 'postgres');
  const made = lstatSync(home, { throwIfNoEntry: false });
  if (!isRoot) {
    mkdirSync(home, { recursive: true });
    return home;
  }
  if (made?.isSymbolicLink()) {
    const target = readlinkSync(home);
    mkdirSync(target, { recursive: true });
    return target;
  }
  if (made) {
    throw new Failure(
      `The database in ${home} was made by user ${statSync(home).uid}, not by root. Run this as that user again.`,
    );
  }
  const target = makeSystemFolder('database-');
  symlinkSync(target, home);
  return target;
}

/** A new folder for a database that does not outlive the command. Whoever asks for it removes it. */
export function makeThrowawayHome(isRoot: boolean): string {
  const home = isRoot ? makeSystemFolder('test-') : mkdtempSync(path.join(os.tmpdir(), 's-tetic-test-'));
  writeFileSync(path.join(home, makerFile), String(process.pid));
  return home;
}

/** The throwaway folders whose maker was killed before it could remove them. */
export function listLeftBehind(isRoot: boolean): string[] {
  const pattern = isRoot ? `${systemFolder}/test-*` : path.join(os.tmpdir(), 's-tetic-test-*');
  return globSync(`${pattern}/${makerFile}`)
    .filter((file) => !isAlive(Number(readFileSync(file, 'utf8'))))
    .map((file) => path.dirname(file));
}

const makerFile = 'maker.pid';

function makeSystemFolder(prefix: string): string {
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 0o755);
  const folder = mkdtempSync(path.join(systemFolder, prefix));
  chmodSync(folder, 0o755);
  return folder;
}
