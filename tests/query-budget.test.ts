import { readFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
let proxy: CountingProxy;
let site: Spare;

beforeAll(async () => {
  proxy = await startCountingProxy(world.cmsUrl);
  site = await startSpareSite(world, 'query-budget', proxy.url);
  await untilIdle();
});
afterAll(async () => {
  await site?.end('SIGTERM');
  proxy?.server.close();
  proxy?.server.closeAllConnections();
});

test.each(Object.entries(budgets))('the page «%s» costs the CMS what its budget says', async (_kind, budget) => {
  proxy.cost = { calls: 0, queries: 0 };
  const response = await fetch(site.url + budget.path, { headers: asOneReader });
  await response.text();
  expect(response.status).toBeLessThan(500);
  expect({ path: budget.path, ...proxy.cost }).toEqual(budget);
});

/** A page for someone who proves who they are is rendered for them alone, never taken from the store. */
const asOneReader = { authorization: 'Bearer somebody' };

/** Waits until the site has rendered its pages ahead of the visitors. */
async function untilIdle(): Promise<void> {
  for (let calls = -1; calls !== proxy.cost.calls; await delay(3_000)) calls = proxy.cost.calls;
}

interface CountingProxy {
  server: Server;
  url: string;
  cost: Cost;
}

/** Stands between the site and the CMS, and counts what passes but for the feed of changes. */
async function startCountingProxy(cmsUrl: string): Promise<CountingProxy> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url = '' } = incoming;
    const asked = request(new URL(url, cmsUrl), { method, headers }, (answer) => {
      if (!url.startsWith('/api/changes')) count(answer);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    asked.on('error', () => outgoing.destroy());
    outgoing.on('close', () => asked.destroy());
    incoming.pipe(asked);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const counting = { server, url: `http://127.0.0.1:${port}`, cost: { calls: 0, queries: 0 } };
  return counting;

  function count({ headers }: IncomingMessage) {
    counting.cost.calls += 1;
    counting.cost.queries += Number(/sql;desc="(\d+)"/.exec(String(headers['server-timing']))?.[1]);
  }
}
