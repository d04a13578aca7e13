import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Proxy, startProxy } from './world/proxy.ts';
import { sharedWorld } from './world/shared.ts';
import { type Spare, startSpareSite } from './world/spare.ts';

interface Cost {
  calls: number;
  queries: number;
}

/** What each kind of page may cost the CMS. A page that costs more, or less, says so in the diff of this file. */
const budgets = JSON.parse(readFileSync(path.join(import.meta.dirname, 'budgets/queries.json'), 'utf8')) as Record<
  string,
  Cost & { path: string }
>;

const world = sharedWorld();
let proxy: Proxy;
let site: Spare;
let cost: Cost = { calls: 0, queries: 0 };

beforeAll(async () => {
  proxy = await startProxy(
    () => [world.cmsUrl],
    ({ url }, answer) => {
      if (!url?.startsWith('/api/changes')) count(answer);
    },
  );
  site = await startSpareSite(world, 'query-budget', proxy.url);
  await untilIdle();
});
afterAll(async () => {
  await site?.end('SIGTERM');
  await proxy?.[Symbol.asyncDispose]();
});

test.each(Object.entries(budgets))('the page «%s» costs the CMS what its budget says', async (_kind, budget) => {
  cost = { calls: 0, queries: 0 };
  const response = await fetch(site.url + budget.path, { headers: asOneReader });
  await response.text();
  expect(response.status).toBeLessThan(500);
  expect({ path: budget.path, ...cost }).toEqual(budget);
});

/** A page for someone who proves who they are is rendered for them alone, never taken from the store. */
const asOneReader = { authorization: 'Bearer somebody' };

/** Waits until the site has rendered its pages ahead of the visitors. */
async function untilIdle(): Promise<void> {
  for (let calls = -1; calls !== cost.calls; await delay(3_000)) calls = cost.calls;
}

function count({ headers }: IncomingMessage) {
  cost.calls += 1;
  cost.queries += Number(/sql;desc="(\d+)"/.exec(String(headers['server-timing']))?.[1]);
}
