import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadDirectory, questions } from '../scripts/bench/measure-directory.ts';
import { openPanel, type Panel } from './world/panel.ts';
import { collection, publish } from './world/publishing.ts';
import { startWorld, type World } from './world/world.ts';

const resources = collection('resources.resource');

let world: World;
let panel: Panel;
let database: pg.Client;

beforeAll(async () => {
  world = await startWorld({ name: 'directory' });
  panel = await openPanel(world, 'administrator');
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await world?.stop();
});

let before: string[];
beforeEach(async () => {
  before = await readListings();
});

test('what npm run bench loads is a directory like another, and everything that it asks is answered', async () => {
  await loadDirectory(world.databaseUrl, { from: 1, to: 100, comments: 200 });
  expect(await readListings()).toEqual(await describeAll());
  for (const question of Object.values(questions))
    expect((await fetch(world.cmsUrl + question)).status, question).toBe(200);
  const one = await (await fetch(`${world.cmsUrl}${questions['one resource, with its comments']}`)).json();
  expect(one).toMatchObject({ page: { comments: [{ text: 'Commentaire 176' }, { text: 'Commentaire 76' }] } });
});

const ways: Record<string, (documentId: string) => Promise<unknown>> = {
  'a resource is unpublished': (id) => panel.send('POST', `${resources}/${id}/actions/unpublish?locale=fr`, {}),
  'a resource is deleted': (id) => panel.send('DELETE', `${resources}/${id}?locale=*`),
  'a resource is renamed and published': (documentId) =>
    publish(panel, 'resources.resource', { documentId }, { name: 'Un nom tout à fait nouveau' }),
  'a zone is given another slug in SQL': () =>
    database.query(`UPDATE resources_zones SET slug = 'ailleurs' WHERE slug = 'hainaut'`),
  'its zones are taken away in SQL': () => database.query('DELETE FROM resources_resources_zones_lnk'),
  'a step is given another number in SQL': () =>
    database.query('UPDATE charter_steps SET number = 11 WHERE number = 1'),
};

test.each(Object.entries(ways))('the directory follows when %s', async (_way, change) => {
  await change(await findListed());
  const after = await readListings();
  expect(after).not.toEqual(before);
  expect(after).toEqual(await describeAll());
});

test('the directory does not change with what is only a draft, or a translation', async () => {
  await panel.send('PUT', `${resources}/${await findListed()}?locale=fr`, { name: 'Un brouillon' });
  const documentId = await findListed(
    `AND document_id IN (SELECT document_id FROM resources_resources WHERE locale = 'en')`,
  );
  await publish(panel, 'resources.resource', { documentId }, { summary: 'A new translation.' }, 'en');
  expect(await readListings()).toEqual(before);
});

test('what changed while the triggers were away is listed at the next start', async () => {
  const { rows } = await database.query<{ name: string }>(
    `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = 'resources_resources'::regclass AND tgname LIKE 'directory%'`,
  );
  for (const { name } of rows) await database.query(`DROP TRIGGER ${name} ON resources_resources`);
  await database.query(`UPDATE resources_resources SET name = name || ' (bis)' WHERE published_at IS NOT NULL`);
  expect(await readListings()).not.toEqual(await describeAll());
  await world.stopCms();
  await world.startCms();
  expect(await readListings()).toEqual(await describeAll());
});

const columns =
  'resource_id, document_id, name, created_at, checked_at, sunk, website, folded_name, words, kind, languages, steps, zones';

/** A resource that is in the directory, by the id of its document. */
async function findListed(condition = ''): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT document_id AS id FROM directory.listing WHERE true ${condition} ORDER BY name LIMIT 1`,
  );
  return rows[0]!.id;
}

/** Every listing, as one line of text each. */
async function readListings(): Promise<string[]> {
  return readLines(`
    SELECT ${columns} FROM directory.listing
    JOIN directory.combination ON combination.id = listing.combination_id`);
}

/** What the listings ought to be, from what Strapi stores. */
async function describeAll(): Promise<string[]> {
  return readLines(`
    SELECT ${columns} FROM directory.describe(ARRAY(SELECT id FROM resources_resources))`);
}

async function readLines(query: string): Promise<string[]> {
  const { rows } = await database.query<{ line: string }>(
    `SELECT line::text FROM (${query}) AS line ORDER BY line::text`,
  );
  return rows.map(({ line }) => line);
}
