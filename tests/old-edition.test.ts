import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ name: 'old-edition', age: nameOneOtherEdition });
});
afterAll(() => world?.stop());

test('the other edition that two columns used to name is the first of the list, and nothing is left of the columns', async () => {
  const frame = (await (await fetch(`${world.cmsUrl}/api/pages/frame?locale=fr`)).json()) as {
    settings: { editions: { label: string; url: string }[] };
  };
  expect(frame.settings.editions).toMatchObject([{ label: 'Édition 2024', url: 'https://2024.s-tetic.example' }]);
  const page = await (await fetch(world.siteUrl)).text();
  expect(page).toContain('href="https://2024.s-tetic.example"');
  expect(await withDatabase(world.databaseUrl, listOldColumns)).toEqual([]);
});

/** What the settings were before other editions became a list. */
async function nameOneOtherEdition(databaseUrl: string): Promise<void> {
  await withDatabase(databaseUrl, async (database) => {
    await database.query('ALTER TABLE pages_settings ADD other_edition_label varchar(255), ADD other_edition_url text');
    await database.query('UPDATE pages_settings SET other_edition_label = $1, other_edition_url = $2', [
      'Édition 2024',
      'https://2024.s-tetic.example',
    ]);
  });
}

async function listOldColumns(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
    WHERE table_name = 'pages_settings' AND column_name LIKE 'other_edition%'`,
  );
  return rows.map(({ name }) => name);
}

async function withDatabase<Result>(url: string, act: (database: pg.Client) => Promise<Result>): Promise<Result> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  try {
    return await act(database);
  } finally {
    await database.end();
  }
}
