import { readdirSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedWorld } from './world/shared.ts';

const { cmsUrl, databaseUrl, accounts } = sharedWorld();
const database = new pg.Client({ connectionString: databaseUrl });

type Role = (typeof accounts)[number]['role'];
type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
) => Promise<{ status: number; body: Answer }>;
interface Answer {
  data?: Content;
  results?: Content[];
  error?: { message: string };
}
type Content = Record<string, unknown> & { documentId: string };

interface Attribute {
  type: string;
  localized?: boolean;
  component?: string;
}
interface ContentType {
  kind: 'collection' | 'single';
  localized: boolean;
  draftAndPublish: boolean;
  attributes: Record<string, Attribute>;
}
interface Contract {
  name: string;
  contentTypes: Record<string, ContentType>;
  components?: Record<string, { attributes: Record<string, Attribute>; matchedBy: string }>;
}
interface Translated {
  uid: string;
  contract: Contract;
  type: ContentType;
}

const plugins = new URL('../cms/src/plugins/', import.meta.url);
const contracts = await Promise.all(
  readdirSync(plugins).map(
    async (name) => ((await import(new URL(`${name}/contract.ts`, plugins).href)) as { contract: Contract }).contract,
  ),
);
const translated: Translated[] = contracts.flatMap((contract) =>
  Object.entries(contract.contentTypes)
    .filter(([, type]) => type.localized)
    .map(([name, type]) => ({ uid: `plugin::${contract.name}.${name}`, contract, type })),
);
/** What the public sends, to be decided of. */
const waiting = contracts.flatMap(({ name, contentTypes }) =>
  Object.entries(contentTypes)
    .filter(([, { attributes }]) => 'decidedBy' in attributes)
    .map(([type]) => `plugin::${name}.${type}`),
);
const published = translated.filter(({ type }) => type.draftAndPublish);

/** A language that nobody has translated into yet: the translator adds it below. */
const added = { code: 'de', name: 'Allemand' };

const as = {} as Record<Role, Ask>;

beforeAll(async () => {
  await database.connect();
  for (const { role, email, password } of accounts) as[role] = await logIn(email, password);
});

afterAll(() => database.end());

describe('a translator', () => {
  let before: string[];
  beforeAll(async () => {
    before = await readFrench();
  });

  test('adds a language, which is theirs to translate into at once', async () => {
    expect(await statusOf(as.translator('POST', '/i18n/locales', { ...added, isDefault: false }))).toBe(200);
  });

  test.each(translated)(
    'translates $uid, saves it and publishes it, and what all languages share stays French',
    async ({ uid, contract, type }) => {
      const french = await findOne(uid, type);
      const address = addressOf(uid, type, french);
      const texts = translate(contract, type, french);
      const saved = await as.translator('PUT', `${address}?locale=${added.code}`, { ...texts, ...tampering });
      expect(saved.body.error?.message).toBeUndefined();
      expect(saved.body.data).toMatchObject({
        ...sharedBy(type, french),
        locale: added.code,
        documentId: french.documentId,
      });
      if (!type.draftAndPublish) return;

      const answer = await as.translator('POST', `${address}/actions/publish?locale=${added.code}`, texts);
      expect(answer.body.error?.message).toBeUndefined();
      expect(answer.body.data).toMatchObject(sharedBy(type, french));
    },
  );

  test.each(translated)('cannot write $uid in French, nor delete it', async ({ uid, type }) => {
    const french = await findOne(uid, type);
    const address = addressOf(uid, type, french);
    const list = `/content-manager/collection-types/${uid}`;
    const both = { documentIds: [french.documentId], locale: ['fr', added.code] };
    const attempts = [
      as.translator('PUT', `${address}?locale=fr`, tampering),
      as.translator('PUT', address, tampering),
      as.translator('PUT', address, { ...tampering, locale: 'fr' }),
      as.translator('POST', `${address}/actions/publish?locale=fr`, tampering),
      as.translator('POST', `${address}/actions/publish`, { locale: 'fr' }),
      as.translator('POST', `${address}/actions/unpublish?locale=fr`, {}),
      as.translator('POST', `${address}/actions/unpublish?locale=fr`, { discardDraft: true }),
      as.translator('POST', `${address}/actions/discard?locale=fr`, {}),
      as.translator('DELETE', `${address}?locale=fr`),
      as.translator('DELETE', `${address}?locale=*`),
      ...(type.kind === 'single'
        ? []
        : [
            as.translator('POST', `${list}?locale=fr`, tampering),
            as.translator('POST', list, tampering),
            as.translator('POST', `${list}/actions/publish?locale=fr`, tampering),
            as.translator('POST', `${list}/clone/${french.documentId}?locale=fr`, tampering),
            as.translator('POST', `${list}/clone/${french.documentId}?locale=${added.code}`, tampering),
            as.translator('POST', `${list}/actions/bulkPublish?locale=fr`, both),
            as.translator('POST', `${list}/actions/bulkPublish`, both),
            as.translator('POST', `${list}/actions/bulkUnpublish`, both),
            as.translator('POST', `${list}/actions/bulkDelete`, both),
          ]),
    ];
    for (const attempt of attempts) expect([400, 403, 404, 405]).toContain(await statusOf(attempt));
  });

  test('cannot begin a document in another language than French', async () => {
    const { status, body } = await as.translator(
      'POST',
      `/content-manager/collection-types/plugin::pages.page?locale=${added.code}`,
      tampering,
    );
    expect(status).toBe(400);
    expect(body.error?.message).toBe('Une traduction part d’un document français : créez-le d’abord en français.');
  });

  test('cannot put the texts of French items into a translation by their numbers', async () => {
    const tour = translated.find(({ uid }) => uid === 'plugin::web-tour.tour')!;
    const french = await findOne(tour.uid, tour.type);
    const address = addressOf(tour.uid, tour.type, french);
    const stops = (french['stops'] as object[]).map((stop) => ({ ...stop, title: 'Pris' }));
    await as.translator('PUT', `${address}?locale=${added.code}`, { title: 'Tour', summary: 'Tour', stops });
    expect((await findOne(tour.uid, tour.type))['stops']).toEqual(french['stops']);
  });

  test('cannot make another language the default one, nor take one away', async () => {
    const languages = (await as.translator('GET', '/i18n/locales')).body as unknown as { id: number; code: string }[];
    const { id } = languages.find(({ code }) => code === added.code)!;
    expect(
      await statusOf(as.translator('POST', '/i18n/locales', { code: 'es', name: 'Espagnol', isDefault: true })),
    ).toBe(400);
    expect(await statusOf(as.translator('PUT', `/i18n/locales/${id}`, { name: 'Autre', isDefault: true }))).toBeOneOf([
      400, 403,
    ]);
    expect(await statusOf(as.translator('DELETE', `/i18n/locales/${id}`))).toBe(403);
    expect(await statusOf(as.administrator('PUT', `/i18n/locales/${id}`, { name: added.name, isDefault: true }))).toBe(
      400,
    );
  });

  test('has left every French row as it was', async () => {
    expect(before.length).toBeGreaterThan(0);
    expect(await readFrench()).toEqual(before);
  });
});

describe('each role does what it is promised, and no more', () => {
  const locales = ['fr', added.code];
  const roles: Role[] = ['administrator', 'editor', 'moderator', 'translator'];

  test.each(roles.flatMap((role) => translated.map(({ uid, type }) => ({ role, uid, type }))))(
    '$role reads and saves $uid',
    async ({ role, uid, type }) => {
      const french = await findOne(uid, type);
      const address = addressOf(uid, type, french);
      for (const locale of locales) {
        expect(await isAllowed(as[role]('GET', `${address}?locale=${locale}`)), `read ${locale}`).toBe(
          may(role, 'read', uid, locale),
        );
        expect(await isAllowed(as[role]('PUT', `${address}?locale=${locale}`, {})), `save ${locale}`).toBe(
          may(role, 'update', uid, locale),
        );
      }
    },
  );

  test.each(roles.flatMap((role) => published.map(({ uid, type }) => ({ role, uid, type }))))(
    '$role publishes $uid',
    async ({ role, uid, type }) => {
      const french = await findOne(uid, type);
      const address = addressOf(uid, type, french);
      for (const locale of locales) {
        expect(
          await isAllowed(as[role]('POST', `${address}/actions/publish?locale=${locale}`, {})),
          `publish ${locale}`,
        ).toBe(may(role, 'publish', uid, locale));
        expect(
          await isAllowed(as[role]('POST', `${address}/actions/discard?locale=${locale}`, {})),
          `discard ${locale}`,
        ).toBe(may(role, 'update', uid, locale));
      }
    },
  );

  test.each(roles)('%s can choose every language in the lists of the panel', async (role) => {
    const { body } = await as[role]('GET', '/admin/users/me/permissions');
    const permissions = body.data as unknown as {
      action: string;
      subject: string;
      properties: { locales?: string[] };
    }[];
    const reading = permissions.filter(
      ({ action, subject }) => action.endsWith('explorer.read') && translated.some(({ uid }) => uid === subject),
    );
    expect(reading.length).toBeGreaterThan(0);
    for (const { subject, properties } of reading)
      expect(properties.locales, subject).toEqual(expect.arrayContaining(['fr', 'en', 'nl', added.code]));
  });

  test('only administrators and editors create and delete', async () => {
    const list = '/content-manager/collection-types/plugin::pages.page';
    const page = { title: 'Page d’essai', summary: 'Un essai.', body: 'Un essai.', rank: 9000, placement: 'none' };
    for (const role of roles) {
      const created = await as[role]('POST', `${list}?locale=fr`, page);
      const isEditor = role === 'administrator' || role === 'editor';
      expect(created.status, role).toBe(isEditor ? 201 : 403);
      if (!created.body.data) continue;
      const { documentId } = created.body.data;
      for (const other of ['moderator', 'translator'] as const) {
        expect(await statusOf(as[other]('DELETE', `${list}/${documentId}?locale=*`)), other).toBe(403);
      }
      expect(await statusOf(as[role]('DELETE', `${list}/${documentId}?locale=*`)), role).toBe(200);
    }
  });

  test('only moderators and administrators see what the public sent and decide of it', async () => {
    for (const role of roles) {
      const isModerator = role === 'administrator' || role === 'moderator';
      for (const [method, path, body, status] of deskRoutes)
        expect(await statusOf(as[role](method, path, body)), `${role} ${method} ${path}`).toBe(
          isModerator ? status : 403,
        );
      const answer = { documentId: 'unknown', text: 'Merci.' };
      expect(await statusOf(as[role]('POST', '/comments/answers', answer)), role).toBe(isModerator ? 409 : 403);
      for (const uid of waiting) {
        expect(await isAllowed(as[role]('GET', `/content-manager/collection-types/${uid}`)), role).toBe(isModerator);
      }
    }
  });

  test('no editor, moderator or translator writes a comment or a submission by hand', async () => {
    const [comment] = (await as.administrator('GET', '/content-manager/collection-types/plugin::comments.comment')).body
      .results!;
    for (const role of ['editor', 'moderator', 'translator'] as const) {
      const list = '/content-manager/collection-types/plugin::comments.comment';
      expect(
        await statusOf(as[role]('PUT', `${list}/${comment!.documentId}`, { state: 'approved', text: 'Pris' })),
        role,
      ).toBe(403);
      expect(await statusOf(as[role]('DELETE', `${list}/${comment!.documentId}`)), role).toBe(403);
      expect(await statusOf(as[role]('POST', list, { text: 'Pris' })), role).toBe(403);
      expect(
        await statusOf(
          as[role]('POST', '/content-manager/collection-types/plugin::resources.submission', { name: 'Pris' }),
        ),
        role,
      ).toBe(403);
    }
  });

  test('only administrators send mails of their own from the panel', async () => {
    const mail = { to: 'quelqu-un@exemple.example', subject: 'Au nom de l’animation', text: 'Payez ici.' };
    for (const role of roles)
      expect(await isAllowed(as[role]('POST', '/email', mail)), role).toBe(role === 'administrator');
  });

  test('nobody without an account is answered', async () => {
    const ask = askWith({});
    for (const [method, path, body] of deskRoutes) expect(await statusOf(ask(method, path, body)), path).toBe(401);
    for (const path of ['/i18n/locales', '/content-manager/collection-types/plugin::pages.page']) {
      expect(await statusOf(ask('GET', path)), path).toBe(401);
    }
  });
});

test('an administrator takes the language away again', async () => {
  const languages = (await as.administrator('GET', '/i18n/locales')).body as unknown as { id: number; code: string }[];
  const { id } = languages.find(({ code }) => code === added.code)!;
  expect(await statusOf(as.administrator('DELETE', `/i18n/locales/${id}`))).toBe(200);
});

test('whoever mistypes a password reads why in French', async () => {
  const { body } = await askWith({})('POST', '/admin/login', {
    email: 'personne@s-tetic.example',
    password: 'Faux-1234',
  });
  expect(body.error?.message).toBe('Cette adresse e-mail et ce mot de passe ne vont pas ensemble.');
});

/** What the roles promise: the same sentences as in the panel, as a decision. */
function may(role: Role, action: 'read' | 'update' | 'publish', uid: string, locale: string): boolean {
  if (role === 'administrator' || role === 'editor') return true;
  if (role === 'moderator') {
    if (uid === 'plugin::faq.entry') return action !== 'publish';
    if (uid === 'plugin::resources.zone' || uid === 'plugin::faq.group') return action === 'read';
    return uid === 'plugin::resources.resource' || uid === 'plugin::moderation.reason';
  }
  return action === 'read' || locale !== 'fr';
}

/** Every route of the desk, and what it answers to whoever may moderate. */
const unknown = { uid: 'plugin::comments.comment', documentId: 'unknown' };
const deskRoutes: [Parameters<Ask>[0], string, object | undefined, number][] = [
  ['GET', '/moderation/counts', undefined, 200],
  ['GET', '/moderation/waiting', undefined, 200],
  ['GET', '/moderation/waiting/plugin::comments.comment/unknown', undefined, 404],
  ['GET', '/moderation/reasons', undefined, 200],
  ['POST', '/moderation/decisions', { ...unknown, decision: 'spam' }, 404],
  ['POST', '/moderation/many-decisions', { items: [unknown], decision: 'spam' }, 200],
  ['GET', '/moderation/journal', undefined, 200],
  ['POST', '/moderation/journal/0/undoing', {}, 404],
  ['POST', '/moderation/faq-entries', unknown, 404],
  ['GET', '/moderation/digest', undefined, 200],
  ['PUT', '/moderation/digest', { wanted: true }, 200],
];

/** What a translator must not reach, sent along with a translation. */
const tampering = {
  title: 'Pris',
  number: 8,
  slug: 'pris',
  rank: 9999,
  key: 'pris',
  kind: 'public',
  placement: 'menu',
  name: 'Pris',
  website: 'https://pris.example',
  contactMailbox: 'pris@pris.example',
  origin: 'provider',
  checkedBy: 'Pris',
  steps: { set: [] },
  observations: { set: [] },
  zones: { set: [] },
  group: null,
};

function translate(contract: Contract, type: ContentType, french: Content): Record<string, unknown> {
  const texts = Object.entries(type.attributes).filter(([name, { localized }]) => localized && french[name]);
  return Object.fromEntries(
    texts.map(([name, { type: kind, component }]) => {
      if (kind !== 'component') return [name, french[name]];
      const { attributes, matchedBy } = contract.components![component!.split('.')[1]!]!;
      const kept = Object.keys(attributes).filter((field) => attributes[field]!.localized || field === matchedBy);
      const items = french[name] as Record<string, unknown>[];
      return [name, items.map((item) => Object.fromEntries(kept.map((field) => [field, item[field]])))];
    }),
  );
}

/** The values that every language has in common, relations left out: they are read from the French document. */
function sharedBy(type: ContentType, french: Content): Record<string, unknown> {
  const shared = Object.entries(type.attributes).filter(
    ([, { localized, type: kind }]) => !localized && kind !== 'relation',
  );
  return Object.fromEntries(shared.map(([name]) => [name, french[name]]));
}

function addressOf(uid: string, { kind }: ContentType, { documentId }: Content): string {
  return kind === 'single'
    ? `/content-manager/single-types/${uid}`
    : `/content-manager/collection-types/${uid}/${documentId}`;
}

/** One French document of a type, in full. */
async function findOne(uid: string, type: ContentType): Promise<Content> {
  if (type.kind === 'single')
    return (await as.administrator('GET', `/content-manager/single-types/${uid}?locale=fr`)).body.data!;
  const [first] = (
    await as.administrator('GET', `/content-manager/collection-types/${uid}?locale=fr&pageSize=1&sort=documentId:ASC`)
  ).body.results!;
  return (await as.administrator('GET', `${addressOf(uid, type, first!)}?locale=fr`)).body.data!;
}

/** Every French row of the database, drafts included. Its lists and relations cannot change without its date. */
async function readFrench(): Promise<string[]> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'locale' AND table_name ~ '^(charter|faq|glossary|web_tour|pages|resources|moderation|translation)_'`,
  );
  const french = [];
  for (const { name } of tables) {
    const { rows } = await database.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${name} t WHERE locale = 'fr' ORDER BY id`,
    );
    french.push(...rows.map(({ row }) => row));
  }
  return french;
}

async function logIn(email: string, password: string): Promise<Ask> {
  const { body } = await askWith({})('POST', '/admin/login', { email, password });
  const token = (body.data as unknown as { token?: string } | undefined)?.token;
  if (!token) throw new Error(`${email} could not log in: ${body.error?.message}`);
  return askWith({ Authorization: `Bearer ${token}` });
}

function askWith(headers: Record<string, string>): Ask {
  return async (method, path, body) => {
    const response = await fetch(cmsUrl + path, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as Answer) : {},
    };
  };
}

async function statusOf(asked: ReturnType<Ask>): Promise<number> {
  return (await asked).status;
}

/** Whether the panel let it through. Anything but yes or «forbidden» is a fault. */
async function isAllowed(asked: ReturnType<Ask>): Promise<boolean> {
  const { status, body } = await asked;
  if (status !== 200 && status !== 403)
    throw new Error(`The panel answered ${status} (${body.error?.message}); 200 or 403 was expected.`);
  return status === 200;
}
