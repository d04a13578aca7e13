import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Program, runToEnd } from './process.ts';
import { cmsBuildProgram, siteBuildProgram } from './programs.ts';
import { projectRoot } from './project.ts';
import type { Say } from './progress.ts';

interface Build {
  /** What it is made of, as globs from the project's folder. */
  inputs: string[];
  output: string;
  program: (logs: string) => Program;
}

const shared = ['package-lock.json', 'config/**/*.{ts,json}'];

const builds = {
  cms: {
    inputs: [
      ...shared,
      'cms/{package.json,tsconfig.json}',
      'cms/config/**/*',
      'cms/src/**/*.{ts,tsx,json,svg,png,css}',
    ],
    output: 'cms/dist',
    program: cmsBuildProgram,
  },
  site: {
    // The contracts are the only part of the CMS that the site imports, with what they are made of.
    inputs: [...shared, 'cms/package.json', 'cms/src/**/*.ts', 'site/*.*', 'site/{src,public,server}/**/*'],
    output: 'site/dist',
    program: siteBuildProgram,
  },
} satisfies Record<string, Build>;

const seeds = 'cms/src/plugins/*/seed/**/*';

export type BuildName = keyof typeof builds;

/**
 * Builds a program unless its build was made from the very files that are there now.
 *
 * @param logs the folder for what the build writes
 * @param say told how far the build is
 * @returns whether it had to be built
 */
export async function ensureBuild(name: BuildName, logs: string, say: Say, signal?: AbortSignal): Promise<boolean> {
  const { output, program } = builds[name];
  const stamp = stampOf(name);
  const hash = hashBuild(name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  // What a removed source left behind would be loaded all the same.
  rmSync(path.join(projectRoot, output), { recursive: true, force: true });
  await runToEnd(program(logs), say, signal);
  writeFileSync(stamp, hash);
  return true;
}

/** Makes the next start build again, where something else writes into the folder of a build. */
export function dropBuild(name: BuildName): void {
  rmSync(stampOf(name), { force: true });
}

function stampOf(name: BuildName): string {
  return path.join(projectRoot, builds[name].output, '.built-from');
}

/** A hash of everything that a build is made of, Node's version included. */
export function hashBuild(name: BuildName): string {
  return hashFiles(projectRoot, builds[name].inputs);
}

/** A hash of everything that decides what the first content of a database is: the CMS and the seed files. */
export function hashFirstContent(): string {
  return hashFiles(projectRoot, [...builds.cms.inputs, seeds]);
}

/** A hash of the names and contents of files, whatever order the system lists them in. Tests are part of no build. */
export function hashFiles(folder: string, patterns: string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of listFiles(folder, patterns)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex');
}

function listFiles(folder: string, patterns: string[]): string[] {
  return globSync(patterns, { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
