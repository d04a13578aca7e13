import { expect, type Page, test } from '@playwright/test';
import { kindsOfPage } from './world/kinds.ts';

/** Where a script makes something nicer. Reading needs none. */
const scripted: readonly string[] = ['search'];

for (const [kind, address] of Object.entries(kindsOfPage)) {
  const promises = scripted.includes(kind)
    ? 'asks nobody else, keeps nothing'
    : 'asks nobody else, keeps nothing, runs no script';
  test(`${kind}: ${promises}, moves nothing while it arrives`, async ({ page, context, baseURL }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await watchShifts(page);
    await arriveSlowly(page);
    await page.goto(address, { waitUntil: 'networkidle' });

    expect(asked.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith('data:'))).toEqual([]);
    if (!scripted.includes(kind)) {
      expect(asked.filter((url) => /\.m?js(\?|$)/.test(url))).toEqual([]);
      expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
    }
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)).toEqual([]);
  });
}

/** Notes each move of what is shown: how much of the screen, and what. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
    const shifts: [amount: number, ...moved: string[]][] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        shifts.push([
          value,
          ...sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : '?')),
        ]);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** As on a poor telephone line, where a page is drawn before all of it is there. */
async function arriveSlowly(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  const bytesPerSecond = 40_000;
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}
