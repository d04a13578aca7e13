import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { WorldAddresses } from '../../tests/world/world.ts';
import { startSpareCms, startSpareSite } from '../../tests/world/spare.ts';
import { percentile } from './process-figures.ts';

/** What readers and a genuine sender notice of 2,000 forms that one address sends at once. */
export interface BurstFigures {
  forms: number;
  received: number;
  /** Refusals a second. */
  rate: number;
  /** Milliseconds of a page in memory, beside the burst and during it. */
  pages: { beside: { median: number; p99: number }; during: { median: number; p99: number } };
  /** Milliseconds until one form of somebody else is received. */
  genuine: { beside: number; during: number };
}

const forms = 2_000;

/** As they are by default, behind one proxy, as which this speaks. */
const environment = { FORMS_PER_HOUR: '20', FORMS_PER_HOUR_WITHOUT_PROOF: '5', TRUSTED_PROXIES: '1' };

/** @throws when the genuine sender is not received, or a page is not served */
export async function measureBurst(world: WorldAddresses): Promise<BurstFigures> {
  const cms = await startSpareCms(world, 'bench-burst-cms', environment);
  const site = await startSpareSite(world, 'bench-burst-site', cms.url, environment);
  try {
    await askPages(site.url, () => false, 50);
    const beside = await askPages(site.url, () => false, 200);
    const genuine = { beside: await sendGenuine(site.url, 1), during: 0 };

    let isOver = false;
    const burst = sendBurst(site.url);
    void burst.then(() => (isOver = true));
    const asking = askPages(site.url, () => isOver);
    await delay(100);
    genuine.during = await sendGenuine(site.url, 2);
    const { received, refused, seconds } = await burst;
    const pages = { beside: figuresOf(beside), during: figuresOf(await asking) };
    return { forms, received, rate: refused / seconds, pages, genuine };
  } finally {
    await site.end('SIGTERM');
    await cms.end('SIGTERM');
  }
}

/** Sends the forms, all at once, from another thread: this one has times to measure. */
async function sendBurst(siteUrl: string): Promise<{ received: number; refused: number; seconds: number }> {
  const { url, ...form } = formOf(siteUrl, '203.0.113.1');
  const { statusCodeStats, duration } = await autocannon({
    url,
    ...form,
    connections: forms,
    amount: forms,
    workers: 1,
    timeout: 60,
  });
  const counted = (status: `${number}`) => statusCodeStats?.[status]?.count ?? 0;
  return { received: counted('303'), refused: counted('429'), seconds: duration };
}

async function askPages(siteUrl: string, isOver: () => boolean, atMost = Infinity): Promise<number[]> {
  const times: number[] = [];
  while (times.length < atMost && !isOver()) {
    const started = performance.now();
    const page = await fetch(`${siteUrl}/charte`);
    await page.arrayBuffer();
    if (page.status !== 200) throw new Error(`The site answered ${page.status} to a page, 200 was expected.`);
    times.push(performance.now() - started);
    await delay(2);
  }
  return times;
}

async function sendGenuine(siteUrl: string, number: number): Promise<number> {
  const started = performance.now();
  const status = await send(siteUrl, `198.51.100.${number}`);
  if (status !== 303) throw new Error(`The site answered ${status} to a genuine form, 303 was expected.`);
  return performance.now() - started;
}

let sent = 0;

async function send(siteUrl: string, from: string): Promise<number> {
  const { url, ...form } = formOf(siteUrl, from);
  const response = await fetch(url, { ...form, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}

function formOf(siteUrl: string, from: string) {
  sent += 1;
  const fields = {
    path: '/faq',
    audience: 'remark',
    author: 'Banc d’essai',
    email: `foule-${sent}@exemple.example`,
    text: `Une remarque ${sent}`,
  };
  return {
    url: `${siteUrl}/commenter`,
    method: 'POST' as const,
    headers: { origin: siteUrl, 'x-forwarded-for': from, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

const figuresOf = (times: number[]) => ({ median: percentile(times, 0.5), p99: percentile(times, 0.99) });
