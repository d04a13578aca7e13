import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callersOf, type Caller } from './world/callers.ts';
import { listRoutes } from './world/list-routes.ts';
import { listSiteRoutes } from './world/list-site-routes.ts';
import { startWorld, type World } from './world/world.ts';

const file = path.resolve(import.meta.dirname, '../docs/routes.md');
const tables = /(?<=<!-- routes -->\n)[\s\S]*?(?=<!-- \/routes -->)/;

let world: World;

beforeAll(async () => {
  world = await startWorld({ name: 'routes' });
});
afterAll(() => world?.stop());

test('docs/routes.md tells what every route answers to everyone, as the running product answers', async () => {
  const found = `\n## The CMS\n\n${await cmsTable()}\n\n## The site\n\n${await siteTable()}\n\n`;
  const page = readFileSync(file, 'utf8');
  // UPDATE_ROUTES=1 writes the tables; without it, this compares.
  if (process.env['UPDATE_ROUTES'])
    writeFileSync(
      file,
      page.replace(tables, () => found),
    );
  const told = rowsOf(tables.exec(readFileSync(file, 'utf8'))?.[0] ?? '');
  const rows = rowsOf(found);
  const advice = 'UPDATE_ROUTES=1 npm test -- tests/routes writes the tables. Read what changed before you commit it.';
  expect(
    { new: rows.filter((row) => !told.includes(row)), gone: told.filter((row) => !rows.includes(row)) },
    advice,
  ).toEqual({ new: [], gone: [] });
}, 300_000);

async function cmsTable(): Promise<string> {
  const callers = await callersOf(world);
  const rows: string[][] = [];
  for (const { method, path: route } of await listRoutes(world)) {
    const statuses = [];
    for (const caller of callers) statuses.push(await statusFor(caller, method, world.cmsUrl + addressOf(route)));
    rows.push([`\`${method}\``, `\`${route}\``, ...statuses]);
  }
  return tableOf(['', 'route', ...callers.map(({ name }) => name)], rows);
}

async function siteTable(): Promise<string> {
  const rows: string[][] = [];
  for (const route of listSiteRoutes()) {
    const url = world.siteUrl + addressOf(route);
    const statuses = [];
    for (const method of siteMethods) statuses.push(await statusFor(nobody(world.siteUrl), method, url));
    rows.push([`\`${route}\``, ...statuses]);
  }
  return tableOf(['route', ...siteMethods], rows);
}

const siteMethods = ['GET', 'POST', 'PUT', 'DELETE'];

/** The site refuses forms that come from elsewhere: nobody in particular posts from its own pages. */
const nobody = (origin: string): Caller => ({ name: 'nobody', headers: async () => ({ origin }) });

/** What a caller is answered who sends nothing in particular. */
async function statusFor({ headers }: Caller, method: string, url: string): Promise<string> {
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const type = url.startsWith(world.siteUrl) ? 'application/x-www-form-urlencoded' : 'application/json';
  const response = await fetch(url, {
    method,
    headers: { ...(await headers()), ...(hasBody && { 'content-type': type }) },
    ...(hasBody && { body: type === 'application/json' ? '{}' : '' }),
    redirect: 'manual',
  });
  await response.arrayBuffer();
  return String(response.status);
}

/** An address of a route: of a type that editors write, of nothing that exists where a document is meant. */
function addressOf(route: string): string {
  return route
    .replace(/:(model|uid|contentType)\b/g, 'plugin::faq.entry')
    .replace(/:\w+|\[\w+\]/g, '0')
    .replace(/\/?\(.*$|\*.*$/, '');
}

function tableOf(head: string[], rows: string[][]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Prettier aligns the columns. */
const rowsOf = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replace(/ +/g, ' '));
