import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Proxy, startProxy } from './world/proxy.ts';
import { sharedWorld } from './world/shared.ts';
import { type Spare, startSpareCms, startSpareSite } from './world/spare.ts';

const world = sharedWorld();

/** As they are by default. The site stands behind one proxy, as which the test speaks. */
const environment = { FORMS_PER_HOUR: '20', FORMS_PER_HOUR_WITHOUT_PROOF: '5', TRUSTED_PROXIES: '1' };

/** What one burst may cost the CMS, whatever its length: the forms that are received, and those that are refused with their words. */
const budget = { calls: 80, queries: 400 };

let cms: Spare;
let proxy: Proxy;
let site: Spare;
const cost = { calls: 0, queries: 0 };

beforeAll(async () => {
  await forgetCounts();
  cms = await startSpareCms(world, 'burst-cms', environment);
  proxy = await startProxy(
    () => [cms.url],
    ({ method, headers }, answer) => {
      if (method !== 'POST' || headers['x-client-address'] !== '203.0.113.1') return;
      cost.calls += 1;
      cost.queries += Number(/desc="(\d+)"/.exec(String(answer.headers['server-timing']))![1]);
    },
  );
  site = await startSpareSite(world, 'burst-site', proxy.url, environment);
});
afterAll(async () => {
  await site?.end('SIGTERM');
  await proxy?.[Symbol.asyncDispose]();
  await cms?.end('SIGTERM');
});

test('of 2,000 forms that one address sends at once, the few that it may are received; nobody else is hurt', async () => {
  const burst = Promise.all(Array.from({ length: 2_000 }, () => send('203.0.113.1')));
  const genuine = sendInTurn(['203.0.113.100', '203.0.113.101', '203.0.113.102', '203.0.113.103', '203.0.113.104']);
  let isOver = false;
  void burst.finally(() => (isOver = true));
  const pages: number[] = [];
  for (; !isOver; await delay(5)) pages.push((await fetch(`${site.url}/charte`)).status);
  const statuses = Map.groupBy(await burst, (status) => status);
  expect([...statuses.keys()].sort()).toEqual([303, 429]);
  expect(statuses.get(303)).toHaveLength(5);
  expect(new Set(pages)).toEqual(new Set([200]));
  expect(await genuine).toEqual([303, 303, 303, 303, 303]);
  expect(cost.calls).toBeLessThanOrEqual(budget.calls);
  expect(cost.queries).toBeLessThanOrEqual(budget.queries);
});

test('whoever is turned away is told so in their language, and that their words are still in the page before', async () => {
  const answer = await fetch(`${site.url}/en/commenter`, post('203.0.113.1'));
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect(answer.headers.get('cache-control')).toContain('private');
  const page = await answer.text();
  expect(page).toContain('lang="en"');
  expect(page).toContain('what you wrote is still there');
  expect(await (await fetch(`${site.url}/commenter`, post('203.0.113.1'))).text()).toContain('Trop d’envois à la fois');
});

describe('only what a trusted proxy saw counts', () => {
  test('behind one, whatever came before its word', async () => {
    for (const forged of ['198.51.100.1', 'unknown', '2001:db8::1', ''])
      expect(await send(`${forged}, 203.0.113.1`)).toBe(429);
    expect(await send('203.0.113.1, 198.51.100.9')).toBe(303);
  });

  test('however the proxy writes it', async () => {
    for (const written of ['::ffff:203.0.113.1', '203.0.113.1:55000', ' 203.0.113.1 '])
      expect(await send(written)).toBe(429);
  });

  test.each([
    ['behind none, nothing that is said counts', '0', (n: number) => `198.51.100.${n}`],
    ['behind two, the word of the outer one', '2', (n: number) => `198.51.100.${n}, 203.0.113.55, 10.0.0.1`],
  ])('%s', async (_, trusted, forwardedFor) => {
    const other = await startSpareSite(world, `burst-site-${trusted}`, cms.url, {
      ...environment,
      TRUSTED_PROXIES: trusted,
    });
    const statuses = [];
    for (let time = 1; time <= 6; time++) statuses.push(await send(forwardedFor(time), other));
    await other.end('SIGTERM');
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  });
});

/** The other tests of this world send from the address of this machine all day. */
async function forgetCounts(): Promise<void> {
  const database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  await database.query('DELETE FROM limits.counts');
  await database.end();
}

let sent = 0;

async function sendInTurn(from: readonly string[]): Promise<number[]> {
  const statuses = [];
  for (const address of from) statuses.push(await send(address));
  return statuses;
}

async function send(from: string, { url } = site): Promise<number> {
  const response = await fetch(`${url}/commenter`, post(from, url));
  await response.arrayBuffer();
  return response.status;
}

function post(from: string, origin = site.url): RequestInit {
  sent += 1;
  const fields = {
    path: '/charte',
    audience: 'remark',
    author: 'Une lectrice',
    email: `foule-${sent}@exemple.example`,
    text: `Merci ${sent}.`,
  };
  return {
    method: 'POST',
    headers: { origin, 'x-forwarded-for': from },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  };
}
