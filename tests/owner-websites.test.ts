import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { websiteVisits } from '@s-tetic/config/upkeep';
import pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openJobs, runJob } from './world/jobs.ts';
import { startWorld, type World } from './world/world.ts';

const day = 86_400_000;
const start = Date.now();

let world: World;
let database: pg.Client;
let boss: PgBoss;
let server: Server;
let address: string;
/** What the site does with a request, by its path. */
let behaviour: Record<string, (method: string) => number | 'silence' | { location: string }>;
let asked: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const answer = behaviour[request.url!]?.(request.method!) ?? 404;
    if (answer === 'silence') return;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else response.writeHead(302, answer).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = await startWorld({ name: 'owner-websites', environment: { VISITS_ANYWHERE: 'true' } });
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  // No test visits the site of a real organisation.
  await database.query(`UPDATE resources_resources SET website = NULL`);
  boss = await openJobs(world);
});
afterAll(async () => {
  await boss?.stop();
  await database?.end();
  await world?.stop();
  server?.closeAllConnections();
  server?.close();
});
beforeEach(() => {
  asked = [];
  behaviour = {};
});

test('a site is broken after three failures on two days, is said so, and is repaired by itself', async () => {
  await giveWebsites({ agoria: '/a' });
  behaviour['/a'] = () => 500;
  await visitAt(0);
  await visitAt(0.01);
  await visitAt(0.02);
  expect(await unreachableAt('agoria')).toBeUndefined();
  await visitAt(1);
  expect(await unreachableAt('agoria')).toBe(new Date(start + day).toISOString().slice(0, 10));
  await expect
    .poll(async () => (await fetch(`${world.siteUrl}/ressources/agoria`)).text())
    .toContain('Le site web ne répondait pas le');

  behaviour['/a'] = () => 200;
  await visitAt(2);
  expect(await unreachableAt('agoria')).toBeUndefined();
});

test('one that answers is visited again after a week, and no sooner', async () => {
  await giveWebsites({ agoria: '/weekly' });
  behaviour['/weekly'] = () => 200;
  for (const days of [10, 11, 12]) await visitAt(days);
  expect(asked).toEqual(['HEAD /weekly']);
  await visitAt(10 + websiteVisits.every);
  expect(asked).toEqual(['HEAD /weekly', 'HEAD /weekly']);
});

test('a server that gives no headers alone, turns machines away or sends elsewhere is there all the same', async () => {
  await giveWebsites({ agoria: '/get', cetic: '/forbidden', sirris: '/moved' });
  behaviour['/get'] = (method) => (method === 'HEAD' ? 405 : 200);
  behaviour['/forbidden'] = () => 403;
  behaviour['/moved'] = () => ({ location: '/arrived' });
  behaviour['/arrived'] = () => 200;
  await visitAt(20);
  expect(await failures()).toEqual({});
});

test('a silent site, a loop and a name that does not exist fail by themselves, and hold up no other', async () => {
  await giveWebsites({ agoria: '/silent', cetic: '/loop', sirris: '/fine' });
  await database.query(`UPDATE resources_resources SET website = 'http://nulle-part.invalid' WHERE slug = 'multitel'`);
  behaviour['/silent'] = () => 'silence';
  behaviour['/loop'] = () => ({ location: '/loop' });
  behaviour['/fine'] = () => 200;
  const before = Date.now();
  await visitAt(30);
  expect(Date.now() - before).toBeLessThan((websiteVisits.patience + 10) * 1000);
  const problems = await failures();
  expect(Object.keys(problems).sort()).toEqual(['agoria', 'cetic', 'multitel']);
  expect(problems['agoria']).toBe(`no answer in ${websiteVisits.patience} s`);
  expect(problems['cetic']).toContain('redirections');
});

/** Gives some listings a website of the server of this test, and takes away all others. */
async function giveWebsites(paths: Record<string, string>): Promise<void> {
  await database.query('UPDATE resources_resources SET website = NULL');
  await database.query('DELETE FROM listings_websites');
  for (const [slug, path] of Object.entries(paths))
    await database.query('UPDATE resources_resources SET website = $1 WHERE slug = $2', [address + path, slug]);
}

/** Has the websites visited some days from now, and waits for the end of every visit. */
async function visitAt(days: number): Promise<void> {
  await runJob(boss, 'listings.visitWebsites', new Date(start + days * day));
  const pending = `SELECT 1 FROM jobs.job WHERE name = 'listings.visitWebsite' AND state IN ('created', 'active', 'retry')`;
  await expect.poll(async () => (await database.query(pending)).rowCount, { timeout: 30_000 }).toBe(0);
}

async function unreachableAt(slug: string): Promise<string | undefined> {
  const response = await fetch(`${world.cmsUrl}/api/resources/resources/${slug}`);
  return ((await response.json()) as { resource: { unreachableAt?: string } }).resource.unreachableAt;
}

/** What is wrong with the sites that failed, by listing. */
async function failures(): Promise<Record<string, string>> {
  const { rows } = await database.query<{ slug: string; problem: string }>(`
    SELECT DISTINCT slug, problem FROM listings_websites AS website
    JOIN resources_resources AS resource ON resource.document_id = website.listing WHERE failures > 0`);
  return Object.fromEntries(rows.map(({ slug, problem }) => [slug, problem]));
}
