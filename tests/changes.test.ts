import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJobs, runJob } from './world/jobs.ts';
import { openPanel, type Panel } from './world/panel.ts';
import { postAsSite } from './world/post-as-site.ts';
import { collection, type Document, listDocuments, publish, withoutLinks } from './world/publishing.ts';
import { startSpareCms } from './world/spare.ts';
import { confirmAddress } from './world/mailbox.ts';
import { startWorld, type World } from './world/world.ts';

interface Changes {
  cursor: string;
  tags: string[];
  reset?: true;
}

let world: World;
let panel: Panel;
let database: pg.Client;

beforeAll(async () => {
  world = await startWorld({ name: 'changes' });
  panel = await openPanel(world, 'administrator');
  database = await openDatabase();
});
afterAll(async () => {
  await database?.end();
  await world?.stop();
});

describe('each way in is announced, with the tags of what it changed and no others', () => {
  test('a question is created and published', async () => {
    const { tags, result } = await changedBy(() =>
      publishNew('faq.entry', { question: 'Qui peut adhérer ?', answer: 'Toute entreprise du secteur.', rank: 90 }),
    );
    expect(tags).toEqual(tagsOf('faq.entry', result));
  });

  test('a question is changed and published again', async () => {
    const entry = await findAny('faq.entry');
    const { tags } = await changedBy(() => publish(panel, 'faq.entry', entry, { answer: 'Une réponse plus courte.' }));
    expect(tags).toEqual(tagsOf('faq.entry', entry));
  });

  test('a step is renamed: every page that names it reads its tag, and the map of the site changes', async () => {
    const step = await findAny('charter.step');
    const { tags } = await changedBy(() => publish(panel, 'charter.step', step, { title: 'Un autre nom' }));
    expect(tags).toEqual([...tagsOf('charter.step', step), 'pages.map']);
    for (const path of [
      '/api/charter/charter',
      '/api/charter/steps/creer-du-business',
      '/api/pages/home',
      '/api/resources/resources',
    ]) {
      expect(await cacheTags(path), path).toContain('charter.step');
    }
  });

  test('a translation is published', async () => {
    const step = await findAny('charter.step');
    const { tags } = await changedBy(() => publish(panel, 'charter.step', step, { title: 'Another name' }, 'en'));
    expect(tags).toEqual([...tagsOf('charter.step', step), 'pages.map']);
  });

  test('a field that all languages share is changed', async () => {
    const page = await findAny('pages.page', 'definition-du-cluster');
    const { tags } = await changedBy(() => publish(panel, 'pages.page', page, { rank: 77 }));
    expect(tags).toEqual(['pages.map', ...tagsOf('pages.page', page)]);
  });

  test('a draft is created, saved, given links, discarded: nothing changes for readers', async () => {
    const entry = await findAny('faq.entry');
    const { tags } = await changedBy(async () => {
      const draft = await create('faq.entry', { question: 'Et ensuite ?', answer: 'On verra.', rank: 91 });
      const steps = await listDocuments(panel, 'charter.step');
      await panel.send('PUT', `${collection('faq.entry')}/${draft.documentId}?locale=fr`, {
        steps: { connect: steps.map(({ documentId }) => ({ documentId })) },
      });
      await panel.send('PUT', `${collection('faq.entry')}/${entry.documentId}?locale=fr`, { answer: 'Un essai.' });
      await panel.send('POST', `${collection('faq.entry')}/${entry.documentId}/actions/discard?locale=fr`, {});
      await panel.send('DELETE', `${collection('faq.entry')}/${draft.documentId}?locale=fr`);
    });
    expect(tags).toEqual([]);
  });

  test('a question is unpublished, then deleted', async () => {
    const entry = await publishNew('faq.entry', { question: 'Jusqu’à quand ?', answer: 'Jusqu’à demain.', rank: 92 });
    const unpublished = await changedBy(() =>
      panel.send('POST', `${collection('faq.entry')}/${entry.documentId}/actions/unpublish?locale=fr`, {}),
    );
    expect(unpublished.tags).toEqual(tagsOf('faq.entry', entry));
    const deleted = await changedBy(() =>
      panel.send('DELETE', `${collection('faq.entry')}/${entry.documentId}?locale=fr`),
    );
    expect(deleted.tags).toEqual([]);
  });

  test('a resource that is online is deleted', async () => {
    const resource = await findAny('resources.resource');
    const { tags } = await changedBy(() =>
      panel.send('DELETE', `${collection('resources.resource')}/${resource.documentId}?locale=*`),
    );
    expect(tags).toEqual(['pages.map', ...tagsOf('resources.resource', resource)]);
  });

  test('several questions are published, unpublished and deleted at once', async () => {
    const drafts = await Promise.all(
      [1, 2, 3].map((number) =>
        create('faq.entry', { question: `Question ${number} ?`, answer: 'Oui.', rank: 100 + number }),
      ),
    );
    const documentIds = drafts.map(({ documentId }) => documentId);
    const bulk = (action: string) =>
      panel.send('POST', `${collection('faq.entry')}/actions/${action}?locale=fr`, { documentIds });
    const all = ['faq.entry', ...documentIds.map((id) => `faq.entry:${id}`)].sort();
    expect((await changedBy(() => bulk('bulkPublish'))).tags).toEqual(all);
    expect((await changedBy(() => bulk('bulkUnpublish'))).tags).toEqual(all);
    await bulk('bulkPublish');
    expect((await changedBy(() => bulk('bulkDelete'))).tags).toEqual(all);
  });

  test('a zone, which has no drafts, is created, changed and deleted', async () => {
    const created = await changedBy(() => create('resources.zone', { name: 'Tournaisis', rank: 50 }));
    expect(created.tags).toEqual(tagsOf('resources.zone', created.result));
    const address = `${collection('resources.zone')}/${created.result.documentId}?locale=fr`;
    const changed = await changedBy(() => panel.send('PUT', address, { name: 'Tournai' }));
    expect(changed.tags).toEqual(tagsOf('resources.zone', created.result));
    const deleted = await changedBy(() => panel.send('DELETE', address));
    expect(deleted.tags).toEqual(tagsOf('resources.zone', created.result));
  });

  test('the settings of the site are changed', async () => {
    const address = '/content-manager/single-types/plugin::pages.settings';
    const { data } = await panel.send<{ data: Document }>('GET', `${address}?locale=fr`);
    const { tags } = await changedBy(() =>
      panel.send('POST', `${address}/actions/publish?locale=fr`, {
        ...withoutLinks(data),
        tagline: 'Une autre devise',
      }),
    );
    expect(tags).toEqual(tagsOf('pages.settings', data));
  });

  test('a word of the interface is changed', async () => {
    const phrase = await findAny('translation.phrase');
    const { tags } = await changedBy(() =>
      panel.send('PUT', `${collection('translation.phrase')}/${phrase.documentId}?locale=fr`, {
        text: 'Autrement dit',
      }),
    );
    expect(tags).toEqual(tagsOf('translation.phrase', phrase));
  });

  test('a language is added, renamed, and deleted with what is written in it', async () => {
    const added = await changedBy(() =>
      panel.send<Document>('POST', '/i18n/locales', { code: 'de', name: 'Deutsch', isDefault: false }),
    );
    expect(added.tags).toEqual(['i18n.locale', 'pages.map']);
    const locale = `/i18n/locales/${added.result.id}`;
    expect(
      (await changedBy(() => panel.send('PUT', locale, { name: 'Deutsch (Belgien)', isDefault: false }))).tags,
    ).toEqual(['i18n.locale', 'pages.map']);
    const observation = await findAny('charter.observation');
    await publish(panel, 'charter.observation', observation, { title: 'Alles ändert sich', text: 'Ein Satz.' }, 'de');
    const { tags } = await changedBy(() => panel.send('DELETE', locale));
    expect(tags).toEqual([...tagsOf('charter.observation', observation), 'i18n.locale', 'pages.map']);
  });

  test('a file is sent, replaced and deleted', async () => {
    const sent = await changedBy(() => panel.send<Document[]>('POST', '/upload', fileForm('premier')));
    const [file] = sent.result;
    expect(sent.tags).toEqual(tagsOf('upload.file', file!));
    const replaced = await changedBy(() => panel.send('POST', `/upload?id=${file!.id}`, fileForm('second')));
    expect(replaced.tags).toEqual(tagsOf('upload.file', file!));
    const deleted = await changedBy(() => panel.send('DELETE', `/upload/files/${file!.id}`));
    expect(deleted.tags).toEqual(tagsOf('upload.file', file!));
  });

  test('a comment is sent, then approved', async () => {
    const path = '/charte/creer-du-business';
    const sent = await changedBy(() => post('/comments/comments', { ...comment, path }));
    expect(sent.tags).toEqual([]);
    expect((await changedBy(() => confirmAddress(world, comment.email))).tags).toEqual([]);
    const { tags } = await changedBy(() => decideFirst('plugin::comments.comment', 'approved'));
    const [step] = (await listDocuments(panel, 'charter.step')).filter(({ slug }) => slug === 'creer-du-business');
    const tag = `comments.comment:plugin::charter.step:${step!.documentId}`;
    expect(tags).toEqual(['comments.comment', tag]);
    expect(await cacheTags('/api/charter/steps/creer-du-business')).toContain(tag);
  });

  test('a comment is refused', async () => {
    await post('/comments/comments', { ...comment, path: '/faq', text: 'Hors sujet.' });
    await confirmAddress(world, comment.email);
    expect((await changedBy(() => decideFirst('plugin::comments.comment', 'refused'))).tags).toEqual([]);
  });

  test('a resource sent by a provider is approved', async () => {
    await changedBy(() =>
      post('/resources/submissions', {
        locale: 'fr',
        name: 'Atelier des Données',
        kind: 'private',
        languages: ['fr'],
        zones: ['namur'],
        summary: 'Un atelier qui met les données au clair.',
        experiences: [{ stepNumber: 3, text: 'Dix missions menées à terme.' }],
        email: 'contact@atelier.example',
      }),
    );
    await confirmAddress(world, 'contact@atelier.example');
    const { tags } = await changedBy(() => decideFirst('plugin::resources.submission', 'approved'));
    const resource = (await listDocuments(panel, 'resources.resource')).find(
      ({ name }) => name === 'Atelier des Données',
    );
    expect(tags).toEqual(['pages.map', ...tagsOf('resources.resource', resource!)]);
  });

  test('the first content and the words of the interface were announced when they were planted', async () => {
    const { rows } = await database.query(`
      SELECT 'faq.entry:' || document_id AS tag FROM faq_entrys WHERE published_at IS NOT NULL
      UNION SELECT 'resources.resource:' || document_id FROM resources_resources WHERE published_at IS NOT NULL
      UNION SELECT 'translation.phrase:' || document_id FROM translation_phrases
      UNION SELECT 'comments.comment:' || target FROM comments_comments WHERE state = 'approved'
      EXCEPT SELECT tag FROM changes.log`);
    expect(rows).toEqual([]);
  });
});

describe('raw SQL is announced too', () => {
  test('rows are changed and truncated', async () => {
    const entry = await findAny('faq.entry');
    const changed = await changedBy(() =>
      database.query(`UPDATE faq_entrys SET rank = rank + 1 WHERE document_id = $1`, [entry.documentId]),
    );
    expect(changed.tags).toEqual(tagsOf('faq.entry', entry));
    const { tags } = await changedBy(async () => {
      await database.query('BEGIN; TRUNCATE web_tour_tours CASCADE');
      await database.query('COMMIT');
    });
    expect(tags).toContain('pages.map');
    expect(tags.filter((tag) => tag.startsWith('web-tour.tour:')).length).toBeGreaterThan(0);
  });

  test('a link between two documents that stood still is cut', async () => {
    const { rows } = await database.query<{ id: number; document_id: string }>(`
      SELECT link.id, document_id FROM resources_resources_zones_lnk AS link
      JOIN resources_resources AS resource ON resource.id = link.resource_id WHERE published_at IS NOT NULL LIMIT 1`);
    const [link] = rows;
    const { tags } = await changedBy(() =>
      database.query('DELETE FROM resources_resources_zones_lnk WHERE id = $1', [link!.id]),
    );
    expect(tags).toEqual(['resources.resource', `resources.resource:${link!.document_id}`]);
  });

  test('an item of a list is rewritten', async () => {
    const { rows } = await database.query<{ cmp_id: number; document_id: string }>(`
      SELECT cmp_id, document_id FROM resources_resources_cmps AS list
      JOIN resources_resources AS resource ON resource.id = list.entity_id WHERE published_at IS NOT NULL LIMIT 1`);
    const [item] = rows;
    const { tags } = await changedBy(() =>
      database.query(`UPDATE components_resources_experiences SET text = 'Autre' WHERE id = $1`, [item!.cmp_id]),
    );
    expect(tags).toEqual(['resources.resource', `resources.resource:${item!.document_id}`]);
  });

  test('what is rolled back is not announced', async () => {
    const { tags } = await changedBy(async () => {
      await database.query('BEGIN; UPDATE faq_entrys SET rank = 1');
      await database.query('ROLLBACK');
    });
    expect(tags).toEqual([]);
  });
});

describe('nothing is missed', () => {
  test('of two transactions, the one that began first and ends last is told, once, when it ends', async () => {
    await using slow = await openTransaction();
    await using quick = await openTransaction();
    const before = await ask({});
    await slow.client.query(`UPDATE charter_steps SET title = title || '.' WHERE number = 1`);
    await quick.client.query(`UPDATE charter_observations SET title = title || '.' WHERE number = 1`);

    await quick.client.query('COMMIT');
    const first = await ask({ since: before.cursor });
    expect(typesOf(first)).toEqual(['charter.observation']);

    await slow.client.query('COMMIT');
    const second = await ask({ since: first.cursor });
    expect(typesOf(second)).toEqual(['charter.step', 'pages.map']);

    expect(await ask({ since: second.cursor })).toEqual({ cursor: second.cursor, tags: [] });
    expect(typesOf(await ask({ since: before.cursor }))).toEqual(['charter.observation', 'charter.step', 'pages.map']);
  });

  test('a transaction that stays open holds back nobody', async () => {
    await using open = await openTransaction();
    await open.client.query(`UPDATE charter_steps SET title = title || '.' WHERE number = 1`);
    const { tags } = await changedBy(() => database.query('UPDATE charter_observations SET number = number'));
    expect(tags).toContain('charter.observation');
  });

  test('whoever listens to PostgreSQL hears of a change when it is committed, and of nothing before', async () => {
    await using listener = await openTransaction();
    await listener.client.query('COMMIT; LISTEN changes');
    const heard: string[] = [];
    listener.client.on('notification', ({ channel }) => heard.push(channel));
    await using change = await openTransaction();
    await change.client.query('UPDATE charter_observations SET number = number');
    await listener.client.query('SELECT');
    expect(heard).toEqual([]);
    await change.client.query('COMMIT');
    await expect.poll(() => heard).toEqual(['changes']);
  });

  test('a follower is answered when the notification connection is cut, and the CMS listens again', async () => {
    const listeners = async () => {
      const { rows } = await database.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE application_name = 's-tetic changes' AND datname = current_database()`,
      );
      return rows.map(({ pid }) => pid);
    };
    const [listener] = await listeners();
    const { tags } = await followWhile(async () => {
      await database.query('SELECT pg_terminate_backend($1)', [listener]);
      await database.query('UPDATE charter_observations SET number = number');
    });
    expect(tags).toContain('charter.observation');
    await expect.poll(listeners).toEqual([expect.not.toBeOneOf([listener])]);
  });

  test('a follower is answered without news when its time is over', async () => {
    const { cursor } = await ask({});
    const start = Date.now();
    expect(await ask({ since: cursor, wait: '2' })).toEqual({ cursor, tags: [] });
    expect(Date.now() - start).toBeGreaterThanOrEqual(2_000);
  });

  test(
    'what one CMS publishes is told by another, which ends its answers before it stops',
    { timeout: 120_000 },
    async () => {
      const spare = await startSpareCms(world, 'changes-second');
      const entry = await findAny('faq.entry');
      const { tags } = await followWhile(
        () => publish(panel, 'faq.entry', entry, { answer: 'Par l’autre.' }),
        spare.url,
      );
      expect(tags.sort()).toEqual(tagsOf('faq.entry', entry));

      const { cursor } = await ask({});
      const held = ask({ since: cursor, wait: '20' }, spare.url);
      await delay(300);
      const ended = spare.end('SIGTERM');
      expect(await held).toEqual({ cursor, tags: [] });
      expect(await ended).toBe(0);
    },
  );

  test(
    'a CMS killed in the middle of publications leaves each of them whole, with its announcement, or undone',
    { timeout: 240_000 },
    async () => {
      const entries = (await listDocuments(panel, 'faq.entry')).slice(0, 12);
      for (const killedAfter of [1, 3, 6]) {
        const spare = await startSpareCms(world, 'changes-killed');
        const session = await openPanel({ ...world, cmsUrl: spare.url }, 'administrator');
        const { cursor } = await ask({});
        const before = await publishedAnswers();
        let done = 0;
        const publications = entries.map(async (entry) => {
          await publish(session, 'faq.entry', entry, { answer: `Publiée avant la panne ${killedAfter}` });
          done += 1;
          if (done === killedAfter) await spare.end('SIGKILL');
        });
        await Promise.allSettled(publications);
        await untilQuiet();

        const after = await publishedAnswers();
        const changed = [...after].filter(([id, answer]) => before.get(id) !== answer).map(([id]) => `faq.entry:${id}`);
        const { tags } = await ask({ since: cursor });
        expect(changed.length).toBeGreaterThanOrEqual(killedAfter);
        expect(tags.filter((tag) => tag.startsWith('faq.entry:')).sort()).toEqual(changed.sort());
      }
    },
  );
});

describe('a cursor from which the log cannot tell means that anything may have changed', () => {
  test.each([
    ['that is no cursor', 'demain'],
    ['of another log', `${'0'.repeat(32)}.100:100:`],
    ['that is not a snapshot', 'malformed'],
    ['from the future', 'future'],
  ])('one %s', async (_which, given) => {
    const { cursor } = await ask({});
    const log = cursor.split('.')[0]!;
    const since = { malformed: `${log}.9:3:,`, future: `${log}.99999999:99999999:` }[given] ?? given;
    const answer = await ask({ since, wait: '20' });
    expect(answer).toMatchObject({ reset: true, tags: [] });
    expect(answer.cursor).toMatch(/^[0-9a-f]{32}\.\d+:\d+:/);
  });

  test('one that is older than what is kept; one of the days kept still counts', async () => {
    const old = await ask({});
    await database.query('UPDATE charter_observations SET number = number');
    await database.query(`UPDATE charter_steps SET number = number`);
    await database.query(`UPDATE changes.log SET at = now() - interval '8 days'`);
    const recent = await ask({});
    await database.query('UPDATE charter_observations SET number = number');
    const boss = await openJobs(world);
    await runJob(boss, 'changes.prune');
    await boss.stop();
    expect(await ask({ since: old.cursor })).toMatchObject({ reset: true });
    expect(typesOf(await ask({ since: recent.cursor }))).toEqual(['charter.observation']);
  });

  test('one from before triggers were lost: the next start puts them back', { timeout: 120_000 }, async () => {
    const { rows } = await database.query<{ name: string }>(
      `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = 'faq_entrys'::regclass AND tgname LIKE 'changes%'`,
    );
    await database.query(
      `DROP TRIGGER ${rows[0]!.name} ON faq_entrys; ALTER TABLE faq_entrys DISABLE TRIGGER ${rows[1]!.name}`,
    );
    const { cursor } = await ask({});
    const spare = await startSpareCms(world, 'changes-healing');
    await spare.end('SIGTERM');
    expect(await ask({ since: cursor })).toMatchObject({ reset: true });
    const enabled = await database.query(
      `SELECT tgname FROM pg_trigger WHERE tgrelid = 'faq_entrys'::regclass AND tgname LIKE 'changes%' AND tgenabled = 'O'`,
    );
    expect(enabled.rowCount).toBe(rows.length);
  });
});

test('only the site may follow the log', async () => {
  const response = await fetch(`${world.cmsUrl}/api/changes`);
  expect(response.status).toBe(401);
});

async function ask(query: Record<string, string>, url = world.cmsUrl): Promise<Changes> {
  const headers = { authorization: `Bearer ${world.secrets.SITE_TOKEN}` };
  const response = await fetch(`${url}/api/changes?${new URLSearchParams(query)}`, { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as Changes;
}

/** What an action gave, and the tags that it made untrue, in alphabetical order. */
async function changedBy<T>(action: () => Promise<T>): Promise<{ tags: string[]; result: T }> {
  const { cursor } = await ask({});
  const result = await action();
  const changes = await ask({ since: cursor });
  expect(changes.reset).toBeUndefined();
  return { tags: changes.tags.sort(), result };
}

/** What a follower who waits is told when something is done. */
async function followWhile(act: () => Promise<unknown>, url = world.cmsUrl): Promise<Changes> {
  const { cursor } = await ask({}, url);
  const held = ask({ since: cursor, wait: '20' }, url);
  await delay(300);
  await act();
  return held;
}

const tagsOf = (type: string, { documentId }: Document) => [type, `${type}:${documentId}`];

const typesOf = ({ tags }: Changes) => [...new Set(tags.map((tag) => tag.split(':')[0]))].sort();

async function cacheTags(path: string): Promise<string[]> {
  const response = await fetch(world.cmsUrl + path);
  return response.headers.get('cache-tag')!.split(',');
}

async function findAny(type: string, slug?: string): Promise<Document> {
  const documents = await listDocuments(panel, type);
  const found = slug ? documents.find((document) => document.slug === slug) : documents[0];
  if (!found) throw new Error(`The first content has no ${type} ${slug ?? ''}.`);
  return found;
}

async function create(type: string, fields: object): Promise<Document> {
  const { data } = await panel.send<{ data: Document }>('POST', `${collection(type)}?locale=fr`, fields);
  return data;
}

async function publishNew(type: string, fields: object): Promise<Document> {
  const { data } = await panel.send<{ data: Document }>(
    'POST',
    `${collection(type)}/actions/publish?locale=fr`,
    fields,
  );
  return data;
}

function fileForm(content: string): FormData {
  const form = new FormData();
  form.append('fileInfo', JSON.stringify({ name: 'note.pdf' }));
  form.append('files', new Blob([`%PDF-1.4\n% ${content}\n%%EOF\n`], { type: 'application/pdf' }), 'note.pdf');
  return form;
}

async function post(path: string, body: object): Promise<void> {
  const response = await postAsSite(world, path, body, { 'x-client-address': '192.0.2.7' });
  expect(response.status, await response.clone().text()).toBe(202);
}

/** What a reader sends at the foot of a page. */
const comment = {
  locale: 'fr',
  audience: 'publish',
  author: 'Une lectrice',
  email: 'lectrice@exemple.example',
  text: 'Merci.',
};

/** Decides of what was sent last. */
async function decideFirst(uid: string, decision: 'approved' | 'refused'): Promise<void> {
  const { items } = await panel.send<{ items: { uid: string; documentId: string; sentAt: string }[] }>(
    'GET',
    '/moderation/waiting',
  );
  const waiting = items.filter((item) => item.uid === uid).sort((a, b) => b.sentAt.localeCompare(a.sentAt));
  await panel.send('POST', '/moderation/decisions', {
    uid,
    documentId: waiting[0]!.documentId,
    decision,
    reason: 'Essai',
  });
}

async function openDatabase(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  return client;
}

async function openTransaction(): Promise<AsyncDisposable & { client: pg.Client }> {
  const client = await openDatabase();
  await client.query('BEGIN');
  return { client, [Symbol.asyncDispose]: () => client.end() };
}

async function publishedAnswers(): Promise<Map<string, string>> {
  const { rows } = await database.query<{ id: string; answer: string }>(
    `SELECT document_id AS id, answer FROM faq_entrys WHERE published_at IS NOT NULL AND locale = 'fr'`,
  );
  return new Map(rows.map(({ id, answer }) => [id, answer]));
}

/** Waits until PostgreSQL has undone what the killed process left open. */
async function untilQuiet(): Promise<void> {
  for (;;) {
    const { rowCount } = await database.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND (xact_start IS NOT NULL OR state = 'active')`,
    );
    if (rowCount === 0) return;
    await delay(50);
  }
}
