import { mkdirSync } from 'node:fs';
import { readEnvironment } from '@s-tetic/config/environment';
import { type Browser, chromium } from '@playwright/test';
import { startWorld, testLogs } from '../../tests/world/world.ts';
import { ensureBuild } from './build.ts';
import { findOrInstallChromium } from './chromium.ts';
import type { Step } from './progress.ts';

/** The product on a database of its own, with a browser to look at it. */
export interface ShownSite {
  siteUrl: string;
  browser: Browser;
  /** Where a tool may drive the browser by its debugging protocol. */
  debuggingPort: number;
}

const debuggingPort = 9_333;

/**
 * Starts the product as it is built, for commands that look at it. Three steps.
 *
 * @param name names its database and the folder of its logs
 */
export async function openShownSite(
  name: string,
  step: Step,
  running: AsyncDisposableStack,
  signal: AbortSignal,
): Promise<ShownSite> {
  const { CHROMIUM_PATH } = readEnvironment(process.env, 'scripts');
  mkdirSync(testLogs, { recursive: true, mode: 0o700 });
  const executablePath = await step('Chromium', (say) => findOrInstallChromium(CHROMIUM_PATH, say));
  await step(
    'Builds',
    async (say) => {
      await ensureBuild('cms', testLogs, say, signal);
      await ensureBuild('site', testLogs, say, signal);
    },
    { usually: 70 },
  );
  const world = await step('CMS and site', () => startWorld({ name }), { usually: 45 });
  running.defer(world.stop);
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      // The browser's own interface, which it would load beside the first pages and have counted with them.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,Translate',
      `--remote-debugging-port=${debuggingPort}`,
    ],
  });
  running.defer(() => browser.close());
  return { siteUrl: world.siteUrl, browser, debuggingPort };
}
