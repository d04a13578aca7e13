import { setTimeout as delay } from 'node:timers/promises';
import { openPanel, type Panel } from './panel.ts';
import { startProxy } from './proxy.ts';
import { type Spare, startSpareCms, startSpareSite } from './spare.ts';
import type { WorldAddresses } from './world.ts';

/** One process of several, which may break and be started again. */
export interface Member {
  /** Where it answers; undefined while it is down. */
  readonly url: string | undefined;
  start(): Promise<void>;
  /** Breaks it as a machine that loses power would. */
  kill(): Promise<void>;
}

/** Several CMS and several sites on one database, behind a proxy, with nothing to tell them of each other. */
export interface Fleet extends AsyncDisposable {
  readonly cms: readonly Member[];
  readonly sites: readonly Member[];
  /** The panel, behind the proxy: whichever CMS runs answers. */
  readonly panel: Panel;
}

/**
 * Starts a fleet on the database of a world. Nothing of the world's own CMS and site is used.
 *
 * @param name names the folders of its logs, `<name>-cms-1`…
 */
export async function startFleet(world: WorldAddresses, name: string, size: number): Promise<Fleet> {
  await using starting = new AsyncDisposableStack();
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const cms = numbers.map((number) => member(starting, () => startSpareCms(world, `${name}-cms-${number}`)));
  for (const one of cms) await one.start();
  const proxy = starting.use(await startProxy(() => cms.flatMap(({ url }) => url ?? [])));
  const sites = numbers.map((number) =>
    member(starting, () => startSpareSite(world, `${name}-site-${number}`, proxy.url)),
  );
  for (const one of sites) await one.start();
  const panel = await openPanel({ ...world, cmsUrl: proxy.url }, 'administrator');
  const running = starting.move();
  return { cms, sites, panel, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

function member(starting: AsyncDisposableStack, startSpare: () => Promise<Spare>): Member {
  let spare: Spare | undefined;
  starting.defer(async () => {
    await spare?.end('SIGTERM');
  });
  return {
    get url() {
      return spare?.url;
    },
    async start() {
      spare = await startSpare();
    },
    async kill() {
      const killed = spare;
      spare = undefined;
      await killed?.end('SIGKILL');
    },
  };
}

/**
 * Asks a page again and again until it holds a text.
 *
 * @returns milliseconds since the call
 */
export async function untilShown(url: string, text: string, signal = AbortSignal.timeout(30_000)): Promise<number> {
  const started = performance.now();
  for (;;) {
    const page = await fetch(url, { signal });
    if ((await page.text()).includes(text)) return performance.now() - started;
    await delay(5, undefined, { signal });
  }
}
