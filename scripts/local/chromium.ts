import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { Failure } from './failure.ts';
import { projectRoot } from './project.ts';
import type { Say } from './progress.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium: the one of CHROMIUM_PATH, one of this machine, Playwright's own;
 * else one that is installed now, by Playwright, or by apt-get where root runs this on Debian.
 *
 * @throws {Failure} when none can be had
 */
export async function findOrInstallChromium(chosen: string | undefined, say: Say): Promise<string> {
  if (chosen && !existsSync(chosen))
    throw new Failure(
      `CHROMIUM_PATH is «${chosen}», where nothing is. Correct it, or unset it to use a Chromium found or installed.`,
    );
  const found = chosen ?? findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  say('Playwright installs a Chromium');
  // Only root can install the libraries that it needs; without asking for a password, that is.
  await run(process.execPath, [playwright, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'], say);
  if (!findChromium() && isRoot && existsSync('/usr/bin/apt-get')) {
    say('apt-get installs a Chromium');
    await run('apt-get', ['update'], say);
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], say);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Failure(
    'No Chromium was found, and none could be installed. Install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
  );
}

const playwright = path.join(projectRoot, 'node_modules/@playwright/test/cli.js');

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...macApplications, chromium.executablePath()].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether it went well shows in what is found afterwards. */
function run(command: string, args: string[], say: Say): Promise<void> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => say(text.trim().split('\n').at(-1) ?? ''));
  }
  return new Promise((resolve) => child.once('error', () => resolve()).once('close', () => resolve()));
}
