import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world/world.ts';

interface Frame {
  words: Record<string, string>;
  frenchWords: string[];
}

let world: World;
let database: pg.Client;

beforeAll(async () => {
  world = await startWorld({ name: 'translation', age: addLanguageAndGoneWords });
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await world?.stop();
});

test('words that the product no longer says leave the panel, but those that somebody rewrote', async () => {
  const { rows } = await database.query<{ key: string; text: string }>(
    `SELECT key, text FROM translation_phrases WHERE key LIKE 'gone.%'`,
  );
  expect(rows).toEqual([{ key: 'gone.rewritten', text: 'Dit zeggen we beter' }]);
});

test('words that the product says stay, whether somebody rewrote them or not', async () => {
  const french = await readFrame('fr');
  expect(french.words['nav.charter']).toBe('Notre charte');
  expect(french.words['nav.home']).toBe('Accueil');
});

test('the words that a new language lacks are French, and named', async () => {
  const french = await readFrame('fr');
  const german = await readFrame('de');
  expect(german.frenchWords.toSorted()).toEqual(Object.keys(french.words).toSorted());
  expect(german.words).toEqual(french.words);
});

/** What an older build left: words that this one no longer has, and a language that the product ships no words of. */
async function addLanguageAndGoneWords(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    INSERT INTO i18n_locale (document_id, code, name, published_at) VALUES ('german', 'de', 'Allemand', now());
    INSERT INTO translation_phrases (document_id, key, locale, text, shipped, published_at) VALUES
      ('gone-untouched', 'gone.untouched', 'fr', 'On le disait', 'On le disait', now()),
      ('gone-untouched', 'gone.untouched', 'nl', 'Dat zeiden we', 'Dat zeiden we', now()),
      ('gone-rewritten', 'gone.rewritten', 'fr', 'On le disait aussi', 'On le disait aussi', now()),
      ('gone-rewritten', 'gone.rewritten', 'nl', 'Dit zeggen we beter', 'Dat zeiden we ook', now());
    UPDATE translation_phrases SET text = 'Notre charte' WHERE key = 'nav.charter' AND locale = 'fr'`);
  await client.end();
}

async function readFrame(locale: string): Promise<Frame> {
  const response = await fetch(`${world.cmsUrl}/api/pages/frame?locale=${locale}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Frame;
}
