import { Ajv2020 } from 'ajv/dist/2020.js';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postAsSite } from './world/post-as-site.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();
const { cmsUrl, databaseUrl } = world;
const database = new pg.Client({ connectionString: databaseUrl });

beforeAll(() => database.connect());
afterAll(() => database.end());

interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
  responses: Record<string, { content: { 'application/json': { schema: object } } }>;
}
interface Description {
  paths: Record<string, { get?: Operation; post?: Operation }>;
  components: { schemas: { Error: object } };
}
interface Thread {
  text: string;
  replies: { text: string }[];
}
interface SiteMap {
  pages: { path: string; locales: string[] }[];
  locales: string[];
}

const api = await readJson<Description>('/api/openapi');
const siteMap = await readJson<SiteMap>('/api/pages/map');
const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** Every address of the API that can be read, with something real in place of each `{name}`. */
const readable = Object.entries(api.paths)
  .filter(([, { get }]) => get)
  .map(([path, { get }]) => ({ path: `/api${fillIn(path)}`, operation: get! }));

describe('every public read', () => {
  test.each(readable)('$path answers what the API describes, in every language', async ({ path, operation }) => {
    const isDescribed = ajv.compile(operation.responses['200']!.content['application/json'].schema);
    const takesLocale = operation.parameters.some(({ name }) => name === 'locale');
    for (const locale of takesLocale ? siteMap.locales : [undefined]) {
      const answer = await readJson(locale ? `${path}?locale=${locale}` : path);
      expect(isDescribed(answer), JSON.stringify(isDescribed.errors)).toBe(true);
    }
  });

  test.each(readable)(
    '$path never lets out a numeric id, an e-mail, a draft or who wrote it',
    async ({ path, operation }) => {
      if (operation.operationId === 'openapi.description') return expect(path).toBe('/api/openapi');
      const seen = new Set<string>();
      visit(await readJson(path), (key) => seen.add(key));
      for (const secret of [
        'id',
        'email',
        'createdBy',
        'updatedBy',
        'publishedAt',
        'documentId',
        'fingerprint',
        'reason',
        'target',
      ]) {
        expect(seen).not.toContain(secret);
      }
    },
  );

  test.each(readable)('$path says which tags purge it', async ({ path, operation }) => {
    const response = await fetch(cmsUrl + path);
    if (operation.operationId !== 'openapi.description')
      expect(response.headers.get('cache-tag')).toMatch(/^[\w.:-]+(,[\w.:-]+)*$/);
  });
});

test('no e-mail address of a sender appears in any answer', async () => {
  const { rows } = await database.query<{ email: string }>(
    'SELECT email FROM comments_comments WHERE email IS NOT NULL',
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { path } of readable) {
    const text = await (await fetch(cmsUrl + path)).text();
    for (const { email } of rows) expect(text).not.toContain(email);
  }
});

test('only approved comments are public', async () => {
  const { rows } = await database.query<{ path: string; text: string; state: string }>(
    `SELECT path, text, state FROM comments_comments WHERE audience = 'publish'`,
  );
  const page = await readJson<{ page: { comments: Thread[] } }>('/api/charter/charter');
  const shown = page.page.comments.flatMap(({ text, replies }) => [text, ...replies.map((reply) => reply.text)]).sort();
  const approved = rows
    .filter((row) => row.path === '/charte' && row.state === 'approved')
    .map(({ text }) => text)
    .sort();
  expect(shown).toEqual(approved);
  expect(rows.some(({ state }) => state === 'refused')).toBe(true);
});

describe('French stands in for what is not translated', () => {
  test('a list is complete in every language and says what is still in French', async () => {
    const french = await readJson<{ steps: { number: number }[] }>('/api/charter/charter?locale=fr');
    const dutch = await readJson<{ steps: { number: number; lang: string; title: string }[] }>(
      '/api/charter/charter?locale=nl',
    );
    expect(dutch.steps.map(({ number }) => number)).toEqual(french.steps.map(({ number }) => number));
    expect(dutch.steps.map(({ lang }) => lang)).toEqual(['nl', 'nl', 'nl', 'nl', 'fr', 'fr', 'fr', 'fr', 'fr']);
  });

  test('English is complete for the charter', async () => {
    const charter = await readJson<{
      charter: { lang: string };
      steps: { lang: string }[];
      observations: { lang: string }[];
    }>('/api/charter/charter?locale=en');
    const languages = [charter.charter, ...charter.steps, ...charter.observations].map(({ lang }) => lang);
    expect(new Set(languages)).toEqual(new Set(['en']));
  });

  test.each(['en', 'nl'])('the interface is complete in %s', async (locale) => {
    expect(await readJson(`/api/pages/frame?locale=${locale}`)).toMatchObject({ frenchWords: [] });
  });
});

describe('the directory', () => {
  interface Directory {
    total: number;
    facets: { step: Facet[]; zone: Facet[]; kind: Facet[]; language: Facet[] };
    resources: { steps: number[]; zones: { slug: string }[]; kind: string }[];
  }
  interface Facet {
    value: string | number;
    count: number;
  }

  test.each(['step', 'zone', 'kind', 'language'] as const)('counts for each %s what it then shows', async (name) => {
    const all = await readJson<Directory>('/api/resources/resources');
    for (const { value, count } of all.facets[name]) {
      expect(await readJson<Directory>(`/api/resources/resources?${name}=${value}`)).toMatchObject({ total: count });
    }
  });

  test('filters narrow each other', async () => {
    const { resources, total } = await readJson<Directory>('/api/resources/resources?step=3&kind=private');
    expect(total).toBeGreaterThan(0);
    for (const resource of resources)
      expect(resource).toMatchObject({ kind: 'private', steps: expect.arrayContaining([3]) });
  });

  test('words are found whatever their accents and capitals', async () => {
    const plain = await readJson<Directory>('/api/resources/resources?q=numerique');
    const accented = await readJson<Directory>(`/api/resources/resources?q=${encodeURIComponent('NUMÉRIQUE')}`);
    expect(plain.total).toBeGreaterThan(0);
    expect(accented.total).toBe(plain.total);
  });

  test('a percent sign is a percent sign, not a wildcard', async () => {
    expect(await readJson<Directory>('/api/resources/resources?q=%25')).toMatchObject({ total: 0 });
  });

  test('the gaps that staff left show', async () => {
    expect(await readJson('/api/resources/resources?step=5&zone=brabant-wallon')).toMatchObject({ total: 0 });
    expect(await readJson('/api/resources/resources?step=8&zone=luxembourg')).toMatchObject({ total: 0 });
  });
});

describe('bad input is told in the reader’s language, and nothing is stored', () => {
  const comment = {
    path: '/charte',
    locale: 'fr',
    audience: 'publish',
    author: 'Une lectrice',
    email: 'lectrice@exemple.example',
    text: 'Un mot de trop ?',
  };
  const submission = {
    locale: 'fr',
    name: 'Atelier',
    kind: 'private',
    languages: ['fr'],
    zones: ['namur'],
    summary: 'Un atelier.',
    experiences: [{ stepNumber: 3, text: 'Des ventes.' }],
    email: 'atelier@exemple.example',
  };
  const comments = '/comments/comments';
  const submissions = '/resources/submissions';

  test.each([
    ['JSON that is cut short', comments, '{"path": "/charte"', 400, 'ce n’est pas du JSON valide'],
    ['a body that is a list', comments, '[]', 422, 'L’envoi'],
    ['a body of 10 MB', comments, JSON.stringify({ ...comment, text: 'a'.repeat(10_000_000) }), 413, 'trop lourd'],
    ['an unknown field', comments, { ...comment, admin: true }, 422, 'Le champ « admin » n’est pas attendu'],
    [
      'a number for a text',
      comments,
      { ...comment, text: 12 },
      422,
      'nous avons reçu un nombre, nous attendions un texte',
    ],
    ['a text of 4,001 characters', comments, { ...comment, text: 'a'.repeat(4001) }, 422, '4000 caractères au plus'],
    ['an empty text', comments, { ...comment, text: '   ' }, 422, 'à remplir'],
    ['a null byte', comments, { ...comment, text: 'a\0b' }, 422, 'caractères invisibles'],
    [
      'letters that turn the reading direction',
      comments,
      { ...comment, author: 'a\u202Eb' },
      422,
      'caractères invisibles',
    ],
    ['half of an emoji', comments, { ...comment, text: 'a\uD83D' }, 422, 'caractères invisibles'],
    ['a page that does not exist', comments, { ...comment, path: '/nulle-part' }, 404, 'n’existe pas'],
    ['a path that climbs', comments, { ...comment, path: '/../../etc/passwd' }, 422, ''],
    ['an unknown language', comments, { ...comment, locale: 'xx' }, 404, 'n’existe pas dans la langue « xx »'],
    ['a comment without an e-mail', comments, { ...comment, email: undefined }, 422, 'à remplir'],
    [
      'an e-mail that would write a header',
      comments,
      { ...comment, email: 'a@exemple.example\r\nBcc: tous@exemple.example' },
      422,
      'nom@organisation.example',
    ],
    ['an e-mail that is none', submissions, { ...submission, email: 'atelier' }, 422, 'nom@organisation.example'],
    ['a link that is a script', submissions, { ...submission, website: 'javascript:alert(1)' }, 422, 'https://'],
    ['an unknown zone', submissions, { ...submission, zones: ['lune'] }, 422, 'La zone « lune » n’existe pas'],
    [
      'an unknown step',
      submissions,
      { ...submission, experiences: [{ stepNumber: 10, text: 'x' }] },
      422,
      'L’étape « 10 » n’existe pas',
    ],
    [
      'a step without experience',
      submissions,
      { ...submission, experiences: [{ stepNumber: 3, text: '' }] },
      422,
      'racontez votre expérience',
    ],
    [
      'the same step twice',
      submissions,
      { ...submission, experiences: [1, 2].map((n) => ({ stepNumber: 3, text: `x${n}` })) },
      422,
      'deux fois',
    ],
    [
      'five steps without a reason',
      submissions,
      { ...submission, experiences: [1, 2, 3, 4, 5].map((stepNumber) => ({ stepNumber, text: 'x' })) },
      422,
      'pourquoi plus de quatre',
    ],
    [
      'a year to come',
      submissions,
      { ...submission, experiences: [{ stepNumber: 3, text: 'x', since: 2090 }] },
      422,
      'une année entre',
    ],
  ] as [string, string, object | string, number, string][])('%s', async (_, path, body, status, sentence) => {
    const before = await countStored();
    const response = await post(path, body);
    expect(response.status).toBe(status);
    const answer = (await response.json()) as { error: { message: string } };
    expect(answer.error.message).toContain(sentence);
    expect(ajv.validate(api.components.schemas.Error, answer), JSON.stringify(ajv.errors)).toBe(true);
    expect(await countStored()).toEqual(before);
  });

  test('the same error in English for an English reader', async () => {
    const response = await post(comments, { ...comment, locale: 'en', path: '/nulle-part' });
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('does not exist') } });
  });

  test.each([
    '/api/charter/steps/..%2f..%2fetc',
    '/api/charter/steps/a%00b',
    '/api/nope',
    '/api/pages/pages/nulle-part',
  ])('%s is not found', async (path) => {
    const response = await fetch(cmsUrl + path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { message: 'Nous n’avons pas trouvé cette page' } });
  });

  test.each([
    '?step=12',
    '?zone=A%20B',
    '?kind=secret',
    '?page=0',
    '?q=a%00b',
    '?filters[email][$contains]=a',
    '?status=draft',
    '?populate=*',
  ])('the directory refuses %s', async (query) => {
    expect((await fetch(`${cmsUrl}/api/resources/resources${query}`)).status).toBe(422);
  });

  test('nobody but the site may send', async () => {
    const before = await countStored();
    const response = await fetch(`${cmsUrl}/api${comments}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer guessed' },
      body: JSON.stringify(comment),
    });
    expect(response.status).toBe(401);
    expect(await countStored()).toEqual(before);
  });

  test('the same comment sent twice at once is kept once', async () => {
    const twice = { ...comment, text: `Envoyé deux fois ${Date.now()}` };
    const statuses = await Promise.all([post(comments, twice), post(comments, twice)]).then((all) =>
      all.map(({ status }) => status),
    );
    expect(statuses.sort()).toEqual([202, 409]);
    const { rowCount } = await database.query('SELECT 1 FROM comments_comments WHERE text = $1', [twice.text]);
    expect(rowCount).toBe(1);
  });

  test('the same resource sent twice keeps its reference', async () => {
    const twice = { ...submission, name: `Atelier ${Date.now()}` };
    const first = (await (await post(submissions, twice)).json()) as { reference: string };
    expect(first.reference).toMatch(/^ST-\d{4}-\d{4,}$/);
    const second = await post(submissions, twice);
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ error: { details: { reference: first.reference } } });
  });

  test('an emoji and a script tag are kept as they were typed', async () => {
    const author = `<b>Zoé</b> 🎉 ${Date.now()}`;
    const text = '<script>alert(1)</script>\nDeux lignes';
    expect((await post(comments, { ...comment, author, text })).status).toBe(202);
    const { rows } = await database.query('SELECT text, state FROM comments_comments WHERE author = $1', [author]);
    expect(rows).toEqual([{ text, state: 'unconfirmed' }]);
  });

  async function countStored() {
    const { rows } = await database.query(
      'SELECT (SELECT count(*) FROM comments_comments) AS comments, (SELECT count(*) FROM resources_submissions) AS submissions',
    );
    return rows[0] as object;
  }
});

const post = (path: string, body: object | string) => postAsSite(world, path, body);

async function readJson<Answer = unknown>(path: string): Promise<Answer> {
  const response = await fetch(cmsUrl + path);
  if (!response.ok) throw new Error(`The CMS answered ${response.status} to ${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** `fillIn('/charter/steps/{slug}')` // => '/charter/steps/creer-du-business' */
function fillIn(path: string): string {
  const real: Record<string, string> = {
    '/charter/steps/{slug}': '/charter/steps/creer-du-business',
    '/resources/resources/{slug}': '/resources/resources/agoria',
    '/web-tour/tours/{slug}': '/web-tour/tours/la-charte-en-neuf-arrets',
    '/pages/pages/{slug}': '/pages/pages/vie-privee',
    '/comments/comments/{key}': '/comments/comments/5f1c0a7be2d94836',
    '/reports/subjects/{kind}/{key}': '/reports/subjects/listing/cetic',
  };
  return real[path] ?? path;
}

function visit(value: unknown, see: (key: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) see(key);
    visit(inner, see);
  }
}
