import { setTimeout as delay } from 'node:timers/promises';
import { TestCms } from '../../site/server/test-site/cms.ts';
import { type TestSite, TestWorld } from '../../site/server/test-site/world.ts';
import { readMemory } from './process-figures.ts';

/** MiB of a site process that holds 5,000 pages of 12 kB, with nobody asking. */
export interface StoreMemory {
  /** With no page at all. */
  empty: number;
  /** After it rendered them all. */
  rendered: number;
  /** After it was started again and read them from disk. */
  restored: number;
}

const pages = 5_000;
const pageSize = 12_000;

/** What a start needs to settle, and V8 to give back what it does not use. */
const idle = 20_000;

/** Fills the store of the built server with pages that a small CMS holds, and weighs the process. */
export async function measureStore(): Promise<StoreMemory> {
  const cms = await new TestCms().start();
  const world = new TestWorld(cms);
  try {
    const start = () => world.startSite({ maxBytes: 256 * 2 ** 20 });
    let site = await start();
    await delay(idle);
    const empty = readMemory(site.process.pid!);
    for (let number = 1; number <= pages; number++) cms.texts.set(`/steps/${number}`, writeText(number));
    await askAll(site);
    await delay(idle);
    const rendered = readMemory(site.process.pid!);
    await site.signal('SIGTERM');
    site = await start();
    await askAll(site);
    await delay(idle);
    return { empty, rendered, restored: readMemory(site.process.pid!) };
  } finally {
    await world.clear();
    await cms.stop();
  }
}

async function askAll(site: TestSite): Promise<void> {
  for (let first = 1; first <= pages; first += 4) {
    const numbers = Array.from({ length: 4 }, (_, index) => first + index);
    const replies = await Promise.all(
      numbers.map((number) => site.ask(`/charte/${number}`, { headers: { 'accept-encoding': 'br' } })),
    );
    const refused = replies.find(({ status }) => status !== 200);
    if (refused) throw new Error(`The site answered ${refused.status} for one of ${pages} pages, 200 was expected.`);
  }
}

/** Prose that compresses as prose does, different on each page. */
function writeText(seed: number): string {
  const syllables = [
    'ta',
    'ri',
    'mon',
    'de',
    'char',
    'le',
    'roi',
    'na',
    'mur',
    'pro',
    'jet',
    'ac',
    'tion',
    'mé',
    'tier',
  ];
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  let text = '';
  while (text.length < pageSize - 700) {
    for (let count = 1 + (next() % 4); count > 0; count--) text += syllables[next() % syllables.length];
    text += next() % 12 === 0 ? '. ' : ' ';
  }
  return `<p>${text}</p>`;
}
