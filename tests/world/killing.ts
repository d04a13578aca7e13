import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { type Fleet, untilShown } from './fleet.ts';
import { listDocuments, publish } from './publishing.ts';

/** What was found after a CMS was killed in the middle of publications, and started again. */
export interface Aftermath {
  /** Questions whose published answer is another one, as tags of the log: `faq.entry:<id>`. */
  changed: string[];
  /** What the log tells of the same time. */
  told: string[];
  /** Milliseconds from the CMS being back to every one of the new answers being on the page. */
  staleFor: number;
}

/** Kills the only CMS of a fleet at a random moment after the first of 20 questions is published, then starts it again. */
export async function publishUnderKill(fleet: Fleet, database: pg.Client): Promise<Aftermath> {
  const [cms, site] = [fleet.cms[0]!, fleet.sites[0]!];
  const entries = await listDocuments(fleet.panel, 'faq.entry');
  const before = await publishedAnswers(database);
  const since = await readSnapshot(database);
  const round = Date.now();
  const publications = entries.slice(0, 20).map(async (entry, index) => {
    await delay(index * 40);
    await publish(fleet.panel, 'faq.entry', entry, { answer: `Publication ${round}-${index}, telle quelle.` });
  });
  const settled = Promise.allSettled(publications);
  // A CMS that has just started is slow at first: killed by the clock alone, it would have published nothing.
  await Promise.any(publications);
  await delay(Math.random() * 600);
  await cms.kill();
  await settled;
  await cms.start();

  const back = performance.now();
  const after = await publishedAnswers(database);
  const changed = [...after].filter(([id, answer]) => before.get(id) !== answer);
  const told = await readTags(database, since);
  for (const [, answer] of changed) await untilShown(`${site.url}/faq`, answer);
  return { changed: changed.map(([id]) => `faq.entry:${id}`), told, staleFor: performance.now() - back };
}

/** The French answers that are public, by document. */
export async function publishedAnswers(database: pg.Client): Promise<Map<string, string>> {
  const { rows } = await database.query<{ id: string; answer: string }>(
    `SELECT document_id AS id, answer FROM faq_entrys WHERE published_at IS NOT NULL AND locale = 'fr'`,
  );
  return new Map(rows.map(({ id, answer }) => [id, answer]));
}

/** Ends the connections by which the CMS hear of changes. They make new ones. */
export async function cutNotifications(database: pg.Client): Promise<void> {
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 's-tetic changes' AND datname = current_database()`,
  );
}

async function readSnapshot(database: pg.Client): Promise<string> {
  const { rows } = await database.query<{ since: string }>('SELECT pg_current_snapshot()::text AS since');
  return rows[0]!.since;
}

async function readTags(database: pg.Client, since: string): Promise<string[]> {
  const { rows } = await database.query<{ tag: string }>(
    'SELECT tag FROM changes.log WHERE NOT pg_visible_in_snapshot(txid, $1::pg_snapshot)',
    [since],
  );
  return rows.map(({ tag }) => tag);
}
