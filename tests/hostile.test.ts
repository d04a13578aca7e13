import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badAddresses, badLinks, refused, severalLines } from './world/hostile.ts';
import { postAsSite } from './world/post-as-site.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();
const database = new pg.Client({ connectionString: world.databaseUrl });

beforeAll(() => database.connect());
afterAll(() => database.end());

const comment = {
  path: '/charte',
  audience: 'publish',
  author: 'Une lectrice',
  email: 'a@exemple.example',
  text: 'Merci.',
};
const resource = {
  name: 'Atelier',
  kind: 'private',
  languages: 'fr',
  zones: 'namur',
  website: 'https://exemple.example',
  email: 'a@exemple.example',
  summary: 'Un atelier.',
  description: 'Un atelier.',
  steps: '3',
  'experiences.3.text': 'Des ventes.',
  'experiences.3.reference': 'Une cliente',
};

/** The boxes of each form that take text, by how much they take. */
const lines = { '/commenter': ['author'], '/ressources/inscrire': ['name', 'experiences.3.reference'] };
const paragraphs = { '/commenter': ['text'], '/ressources/inscrire': ['summary', 'description', 'experiences.3.text'] };
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/commenter': comment,
  '/ressources/inscrire': resource,
};

/** A browser never sends half of an emoji: it would mend it. */
const { 'half of an emoji': _half, ...typeable } = refused;

type Case = [what: string, path: string, box: string, value: string];

const casesOf = (boxes: Record<string, string[]>, values: Readonly<Record<string, string>>): Case[] =>
  Object.entries(boxes).flatMap(([path, names]) =>
    names.flatMap((box) => Object.entries(values).map(([what, value]): Case => [what, path, box, value])),
  );
const listed = (values: readonly string[]) =>
  Object.fromEntries(values.map((value) => [JSON.stringify(value.slice(0, 60)), value]));

describe('what no person types is told to whoever sent it, at its box, and is not kept', () => {
  test.each([
    ...casesOf(lines, { ...typeable, ...severalLines }),
    ...casesOf(paragraphs, typeable),
    ...casesOf({ '/commenter': ['email'], '/ressources/inscrire': ['email'] }, listed(badAddresses)),
    ...casesOf({ '/ressources/inscrire': ['website'] }, listed(badLinks)),
  ])('%s, by %s, as «%s»', async (_, path, box, value) => {
    const before = await countStored();
    const response = await fetch(world.siteUrl + path, {
      method: 'POST',
      headers: { origin: world.siteUrl },
      body: new URLSearchParams({ ...forms[path], [box]: value }),
      redirect: 'manual',
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(`href="#${box}"`);
    expect(await countStored()).toBe(before);
  });
});

describe('whoever comes by another way than the form is refused the same', () => {
  test.each(casesOf({ '/comments/comments': ['author'] }, { ...refused, ...severalLines }))(
    '%s, by %s',
    async (...[, path, box, value]) => {
      const before = await countStored();
      const { status } = await postAsSite(world, path, { ...comment, locale: 'fr', [box]: value });
      expect(status).toBe(422);
      expect(await countStored()).toBe(before);
    },
  );
});

async function countStored(): Promise<string> {
  const { rows } = await database.query<{ count: string }>(
    'SELECT (SELECT count(*) FROM comments_comments) + (SELECT count(*) FROM resources_submissions) AS count',
  );
  return rows[0]!.count;
}
