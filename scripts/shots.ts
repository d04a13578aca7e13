import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { addressIn, kindsOfPage } from '../tests/world/kinds.ts';
import { openShownSite } from './local/shown-site.ts';
import { runCommand } from './local/command.ts';
import { numberSteps } from './local/progress.ts';
import { projectRoot } from './local/project.ts';

const widths = [360, 768, 1280, 1920];
const schemes = ['light', 'dark'] as const;

/**
 * Takes a picture of every kind of page at four widths, in light and dark, for people to look at: `.data/shots/<kind>-<width>-<scheme>.png`.
 * `npm run shots -- coverage` takes those whose kind holds the word.
 */
await runCommand(async (signal) => {
  const [word = ''] = process.argv.slice(2);
  const kinds = Object.entries(kindsOfPage).filter(([kind]) => kind.includes(word));
  const folder = path.join(projectRoot, '.data/shots');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const step = numberSteps(4, signal);
  await using running = new AsyncDisposableStack();
  const { browser, siteUrl } = await openShownSite('shots', step, running, signal);
  await step(
    'Pictures',
    async (say) => {
      for (const width of widths) for (const scheme of schemes) await takeAll(browser, width, scheme, say);
    },
    { usually: 120, conclude: () => folder },
  );

  async function takeAll(browser: Browser, width: number, colorScheme: 'light' | 'dark', say: (text: string) => void) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, locale: 'fr-BE' });
    for (const [kind, address] of kinds) {
      signal.throwIfAborted();
      say(`${kind}, ${width}, ${colorScheme}`);
      await page.goto(siteUrl + addressIn('fr', address));
      const name = `${kind}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(folder, name), fullPage: true });
    }
    await page.close();
  }
});
