import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fleet, startFleet, untilShown } from './world/fleet.ts';
import { type Document, listDocuments, publish } from './world/publishing.ts';
import { startWorld, type World } from './world/world.ts';

let world: World;
let database: pg.Client;

beforeAll(async () => {
  world = await startWorld({ name: 'resilience' });
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await world?.stop();
});

test(
  'of 200 publications, two sites behind two CMS miss none, while one of each is killed and nobody is notified',
  { timeout: 300_000 },
  async () => {
    await using fleet = await startFleet(world, 'resilience', 2);
    const entries = await listDocuments(fleet.panel, 'faq.entry');
    const incidents = new Map([
      [30, () => fleet.cms[0]!.kill()],
      [50, () => fleet.cms[0]!.start()],
      [80, () => fleet.sites[0]!.kill()],
      [110, () => fleet.sites[0]!.start()],
      [130, () => fleet.cms[1]!.kill()],
      [135, () => fleet.sites[1]!.kill()],
      [150, () => fleet.cms[1]!.start()],
      [155, () => fleet.sites[1]!.start()],
    ]);
    for (let number = 1; number <= 200; number++) {
      await incidents.get(number)?.();
      if (number > 160 && number <= 180) await cutNotifications();
      const answer = `Publication ${number}, telle quelle.`;
      await publishInTheEnd(fleet, entries[number % entries.length]!, answer);
      const running = fleet.sites.flatMap(({ url }) => url ?? []);
      await Promise.all(running.map((url) => untilShown(`${url}/faq`, answer)));
    }
    const published = await publishedAnswers();
    for (const { url } of fleet.sites) {
      const page = await (await fetch(`${url}/faq`)).text();
      expect([...published.values()].filter((answer) => !page.includes(answer))).toEqual([]);
    }
  },
);

test(
  'of 100 publications under kill -9 of the only CMS, each that is in the database is in the log, and no page stays stale',
  { timeout: 300_000 },
  async () => {
    await using fleet = await startFleet(world, 'resilience-alone', 1);
    const [cms, site] = [fleet.cms[0]!, fleet.sites[0]!];
    const entries = await listDocuments(fleet.panel, 'faq.entry');
    for (let round = 0; round < 5; round++) {
      const before = await publishedAnswers();
      const since = await readCursor();
      const publications = Array.from({ length: 20 }, async (_, index) => {
        await delay(index * 40);
        await publish(fleet.panel, 'faq.entry', entries[index]!, { answer: `Publication ${round}-${index}, telle quelle.` });
      });
      await delay(150 + Math.random() * 600);
      await cms.kill();
      await Promise.allSettled(publications);
      await cms.start();

      const after = await publishedAnswers();
      const changed = [...after].filter(([id, answer]) => before.get(id) !== answer);
      const tags = await readTags(since);
      expect(tags).toEqual(expect.arrayContaining(changed.map(([id]) => `faq.entry:${id}`)));
      for (const [, answer] of changed) await untilShown(`${site.url}/faq`, answer);
    }
  },
);

/** A publication whose CMS is killed meanwhile has no answer: its editor tries again. */
async function publishInTheEnd({ panel }: Fleet, entry: Document, answer: string): Promise<void> {
  await expect.poll(() => publish(panel, 'faq.entry', entry, { answer }).then(() => 'published')).toBe('published');
}

async function cutNotifications(): Promise<void> {
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 's-tetic changes' AND datname = current_database()`,
  );
}

async function publishedAnswers(): Promise<Map<string, string>> {
  const { rows } = await database.query<{ id: string; answer: string }>(
    `SELECT document_id AS id, answer FROM faq_entrys WHERE published_at IS NOT NULL AND locale = 'fr' AND answer LIKE '%telle quelle.'`,
  );
  return new Map(rows.map(({ id, answer }) => [id, answer]));
}

/** Where the log is, in PostgreSQL's own terms. */
async function readCursor(): Promise<string> {
  const { rows } = await database.query<{ since: string }>('SELECT pg_current_snapshot()::text AS since');
  return rows[0]!.since;
}

async function readTags(since: string): Promise<string[]> {
  const { rows } = await database.query<{ tag: string }>(
    'SELECT tag FROM changes.log WHERE NOT pg_visible_in_snapshot(txid, $1::pg_snapshot)',
    [since],
  );
  return rows.map(({ tag }) => tag);
}
