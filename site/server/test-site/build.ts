import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCES = ['test-site', '../src/lib/cache-headers.ts', '../src/lib/failure.ts'];

/** Inside the project, so that the build finds its packages. */
const BUILDS = resolve(import.meta.dirname, '../../node_modules/.cache/test-site');

/**
 * Builds the test site with the real Astro, once for each state of its sources.
 *
 * @returns the folder that holds `client` and `server`.
 */
async function buildTestSite(isStreaming: boolean): Promise<string> {
  const folder = join(BUILDS, `${fingerprint()}${isStreaming ? '-streaming' : ''}`);
  if (existsSync(folder)) return folder;
  mkdirSync(BUILDS, { recursive: true });
  const unfinished = `${folder}-${process.pid}`;
  // Loaded only when needed: most often the build is there, and Astro takes longer to load than to look.
  const [{ build }, { testSiteConfig }] = await Promise.all([import('astro'), import('./astro-config.ts')]);
  await build(testSiteConfig(unfinished, isStreaming));
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another test file was faster.
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesIn(resolve(import.meta.dirname, '..', source)))) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .sort();
  return names.flatMap((name) => filesIn(join(path, name)));
}

console.log(await buildTestSite(process.argv.includes('--streaming')));
