import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fleet, startFleet, untilShown } from './world/fleet.ts';
import { cutNotifications, publishedAnswers, publishUnderKill } from './world/killing.ts';
import { type Document, listDocuments, publish } from './world/publishing.ts';
import { startWorld, type World } from './world/world.ts';

// Fewer publications than `npm run bench` makes, which also tells how long each takes to show.
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
  'two sites behind two CMS miss no publication, while one of each is killed and notifications are cut',
  { timeout: 300_000 },
  async () => {
    await using fleet = await startFleet(world, 'resilience', 2);
    const entries = await listDocuments(fleet.panel, 'faq.entry');
    const incidents: Record<number, () => Promise<void>> = {
      5: () => fleet.cms[0]!.kill(),
      10: () => fleet.cms[0]!.start(),
      15: () => fleet.sites[0]!.kill(),
      20: () => fleet.sites[0]!.start(),
      25: () => fleet.cms[1]!.kill(),
      26: () => fleet.sites[1]!.kill(),
      30: () => fleet.cms[1]!.start(),
      31: () => fleet.sites[1]!.start(),
    };
    for (let number = 1; number <= 45; number++) {
      await incidents[number]?.();
      if (number > 35) await cutNotifications(database);
      const answer = `Publication ${number}, telle quelle.`;
      await publishInTheEnd(fleet, entries[number % 20]!, answer);
      const running = fleet.sites.flatMap(({ url }) => url ?? []);
      await Promise.all(running.map((url) => untilShown(`${url}/faq`, answer)));
    }
    const answers = [...(await publishedAnswers(database)).values()].filter((answer) => /telle quelle/.test(answer));
    expect(answers).toHaveLength(20);
    for (const { url } of fleet.sites) {
      const page = await (await fetch(`${url}/faq`)).text();
      expect(answers.filter((answer) => !page.includes(answer))).toEqual([]);
    }
  },
);

test(
  'when the only CMS is killed in the middle of publications, each that was made is in the log, and is shown once it is back',
  { timeout: 300_000 },
  async () => {
    await using fleet = await startFleet(world, 'resilience-alone', 1);
    for (let round = 0; round < 2; round++) {
      const { changed, told } = await publishUnderKill(fleet, database);
      expect(changed).not.toEqual([]);
      expect(told).toEqual(expect.arrayContaining(changed));
    }
  },
);

/** A publication whose CMS is killed meanwhile has no answer: its editor tries again. */
async function publishInTheEnd({ panel }: Fleet, entry: Document, answer: string): Promise<void> {
  await expect.poll(() => publish(panel, 'faq.entry', entry, { answer }).then(() => 'published')).toBe('published');
}
