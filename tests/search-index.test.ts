import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel, type Panel } from './world/panel.ts';
import { collection, listDocuments, publish } from './world/publishing.ts';
import { type Spare, startSpareCms } from './world/spare.ts';
import { startWorld, type World } from './world/world.ts';

// The index is what the content is, whatever the way in, and finds among many as among few.

let world: World;
let panel: Panel;
let database: pg.Client;

beforeAll(async () => {
  world = await startWorld({ name: 'search-index' });
  panel = await openPanel(world, 'administrator');
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await world?.stop();
});

test('what is published is found at once, what is taken back is found no more, and a draft never', async () => {
  const words = { question: 'Où garer sa zircomobile ?', answer: 'Devant le **quadriporche**.', rank: 90 };
  const { data } = await panel.send<{ data: { documentId: string } }>('POST', collection('faq.entry'), words);
  expect(await find('zircomobile')).toEqual([]);
  await publish(panel, 'faq.entry', data, {});
  expect(await find('zircomobiles')).toEqual(['/faq#ou-garer-sa-zircomobile']);
  expect(await find('quadriporche')).toEqual(['/faq#ou-garer-sa-zircomobile']);
  await panel.send('POST', `${collection('faq.entry')}/${data.documentId}/actions/unpublish`, {});
  expect(await find('zircomobile')).toEqual([]);
  expect(await vocabularyHolds('zircomobile')).toBe(false);
});

test('a translation takes the place of the French for its readers, until it goes', async () => {
  const [page] = (await listDocuments(panel, 'pages.page')).filter(({ slug }) => slug === 'definition-du-cluster');
  const english = { title: 'What a zircocluster is', summary: 'In short.', body: 'At length.' };
  await publish(panel, 'pages.page', page!, english, 'en');
  expect(await find('zircoclusters', 'en')).toEqual(['/definition-du-cluster']);
  expect(await find('zircoclusters', 'fr')).toEqual([]);
  await panel.send('DELETE', `${collection('pages.page')}/${page!.documentId}?locale=en`);
  expect(await find('zircocluster', 'en')).toEqual([]);
});

test('the items of a list and the stops of a tour are found with what holds them', async () => {
  const { rows } = await database.query<{ id: number }>(
    `SELECT item.id FROM components_web_tour_stops AS item
      JOIN web_tour_tours_cmps AS list ON list.cmp_id = item.id JOIN web_tour_tours AS tour ON tour.id = list.entity_id
      WHERE tour.slug = 'la-charte-en-neuf-arrets' AND item.slug = 'se-connaitre' AND tour.locale = 'fr' AND tour.published_at IS NOT NULL`,
  );
  await database.query(`UPDATE components_web_tour_stops SET text = 'Un zircoarrêt.' WHERE id = $1`, [rows[0]!.id]);
  expect(await find('zircoarret')).toEqual(['/webtour/la-charte-en-neuf-arrets/se-connaitre']);
});

test('what is written straight into the database is found, and what is rolled back is not', async () => {
  const rename = `UPDATE resources_resources SET name = 'Zircologue' WHERE slug = 'agoria'`;
  await database.query(`BEGIN; ${rename}; ROLLBACK`);
  expect(await find('zircologue')).toEqual([]);
  await database.query(rename);
  expect(await find('zircologue')).toEqual(['/ressources/agoria']);
});

test('two editors who publish at the same moment wait for each other, and both are found', async () => {
  const entries = (await listDocuments(panel, 'faq.entry')).slice(0, 6);
  await Promise.all(
    entries.map((entry, index) =>
      publish(panel, 'faq.entry', entry, { answer: `Un zircomot commun, zirco${'abcdef'[index]}.` }),
    ),
  );
  expect((await find('zircomot')).length).toBe(6);
  const { rows } = await database.query(`SELECT documents FROM search.vocabulary WHERE word = 'zircomot'`);
  expect(rows).toEqual([{ documents: 6 }]);
});

describe('when the index is gone', () => {
  let before: unknown[];
  let spares: Spare[];
  beforeAll(async () => {
    before = await readIndex();
    await database.query('DROP SCHEMA search CASCADE');
    spares = await Promise.all(['one', 'two'].map((name) => startSpareCms(world, `search-${name}`)));
  });
  afterAll(() => Promise.all(spares.map((spare) => spare.end('SIGTERM'))));

  test('two processes that start at once make it again, the same', async () => {
    expect(await readIndex()).toEqual(before);
  });
});

describe('when changes may have been missed', () => {
  let spare: Spare;
  beforeAll(async () => {
    await database.query(`ALTER TABLE resources_resources DISABLE TRIGGER USER`);
    await database.query(`UPDATE resources_resources SET name = 'Zircophone' WHERE slug = 'awex'`);
    await database.query(`ALTER TABLE resources_resources ENABLE TRIGGER USER`);
    expect(await find('zircophone')).toEqual([]);
    await database.query('UPDATE changes.state SET epoch = gen_random_uuid()');
    spare = await startSpareCms(world, 'search-mended');
  });
  afterAll(() => spare.end('SIGTERM'));

  test('the index is made again', async () => {
    expect(await find('zircophone')).toEqual(['/ressources/awex']);
  });
});

describe('among thousands of resources', () => {
  beforeAll(async () => {
    await database.query(`
      INSERT INTO resources_resources
        (document_id, name, slug, kind, languages, summary, origin, created_at, updated_at, published_at, locale)
      SELECT 'load' || number, 'Atelier ' || md5(number::text), 'load-' || number, 'private', 'fr', 'Accompagne des entreprises.',
        'fictitious', now(), now(), now(), 'fr'
      FROM generate_series(1, 5000) AS number`);
    await database.query('ANALYZE search.documents, search.vocabulary');
  });

  test('words, typos, beginnings of words and addresses are found through the indexes', async () => {
    const uses = await indexUses();
    expect(await find('benchmarking')).toContain('/charte/pratiquer-le-benchmarking');
    expect(await find('benchmaking')).toContain('/charte/pratiquer-le-benchmarking');
    expect(await suggest('benchma')).toContain('/charte/pratiquer-le-benchmarking');
    await fetch(`${world.cmsUrl}/api/search/nearest?path=/charte/creer-bisness`);
    await expect
      .poll(async () => growth(uses, await indexUses()))
      .toEqual({
        documents_path: true,
        documents_words: true,
        vocabulary_prefix: true,
        vocabulary_stem: true,
        vocabulary_variants: true,
      });
  });
});

async function find(q: string, locale = 'fr'): Promise<string[]> {
  const response = await fetch(`${world.cmsUrl}/api/search/results?${new URLSearchParams({ q, locale })}`);
  return ((await response.json()) as { hits: { path: string }[] }).hits.map(({ path }) => path);
}

async function suggest(q: string): Promise<string[]> {
  const response = await fetch(`${world.cmsUrl}/api/search/suggestions?${new URLSearchParams({ q })}`);
  return ((await response.json()) as { suggestions: { path: string }[] }).suggestions.map(({ path }) => path);
}

async function vocabularyHolds(word: string): Promise<boolean> {
  const { rowCount } = await database.query('SELECT FROM search.vocabulary WHERE folded = $1', [word]);
  return rowCount === 1;
}

async function readIndex(): Promise<unknown[]> {
  const { rows: documents } = await database.query(
    'SELECT * FROM search.documents ORDER BY document_id, type, item, locale',
  );
  const { rows: vocabulary } = await database.query('SELECT * FROM search.vocabulary ORDER BY locale, word');
  expect(documents.length).toBeGreaterThan(90);
  return [documents, vocabulary];
}

async function indexUses(): Promise<Map<string, number>> {
  const { rows } = await database.query<{ name: string; uses: string }>(
    `SELECT indexrelname AS name, idx_scan AS uses FROM pg_stat_user_indexes WHERE schemaname = 'search' AND indexrelname !~ '_pkey$'`,
  );
  return new Map(rows.map(({ name, uses }) => [name, Number(uses)]));
}

const growth = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) =>
  Object.fromEntries([...after].map(([name, uses]) => [name, uses > before.get(name)!]).sort());
