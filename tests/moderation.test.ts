import { retention } from '@s-tetic/config/retention';
import pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJobs, runJob } from './world/jobs.ts';
import { confirmAddress, linkIn, readKeptMail } from './world/mailbox.ts';
import { openPanel, type Panel } from './world/panel.ts';
import { postAsSite } from './world/post-as-site.ts';
import { type Spare, startSpareCms } from './world/spare.ts';
import { startWorld, type World } from './world/world.ts';

const comments = 'plugin::comments.comment';
const submissions = 'plugin::resources.submission';

interface Waiting {
  uid: string;
  documentId: string;
  title: string;
  excerpt: string;
  version: string;
}
interface Item extends Waiting {
  state: string;
  isEdit: boolean;
  context?: { label: string; address: string };
  fields: { name: string; value: string; changes?: { text: string; kind?: string }[] }[];
  duplicates: { title: string; why: string; address: string }[];
  flags: string[];
  questions: { text: string; askedBy: string; answer?: string }[];
}
interface Entry {
  id: string;
  who: string;
  title?: string;
  decision: string;
  reason?: string;
  documentId: string;
  changes: { label: string }[];
  isErased: boolean;
  canBeUndone: boolean;
}
interface Journal {
  entries: Entry[];
  total: number;
  people: { id: number; name: string }[];
}

let world: World;
let spare: Spare;
let database: pg.Client;
let boss: PgBoss;
let moderator: Panel;
let administrator: Panel;

beforeAll(async () => {
  world = await startWorld({ name: 'moderation' });
  spare = await startSpareCms(world, 'moderation-spare');
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  boss = await openJobs(world);
  moderator = await openPanel(world, 'moderator');
  administrator = await openPanel(world, 'administrator');
});
afterAll(async () => {
  await boss?.stop();
  await database?.end();
  await spare?.end('SIGTERM');
  await world?.stop();
});

describe('the desk', () => {
  test('lists what waits of every kind, the oldest first, and counts it', async () => {
    await comment('Premier');
    await submission('Atelier Deuxième');
    const list = await moderator.send<{ items: (Waiting & { sentAt: string })[]; total: number; oldest: string }>(
      'GET',
      '/moderation/waiting',
    );
    const dates = list.items.map(({ sentAt }) => sentAt);
    expect(dates).toEqual([...dates].sort());
    expect(list.oldest).toBe(dates[0]);
    expect(list.total).toBe(list.items.length);
    const counts = await moderator.send<{ kinds: { uid: string; count: number }[] }>('GET', '/moderation/counts');
    for (const uid of [comments, submissions]) {
      const { items } = await moderator.send<{ items: Waiting[] }>('GET', `/moderation/waiting?uid=${uid}`);
      expect(items.every((item) => item.uid === uid)).toBe(true);
      expect(counts.kinds.find((kind) => kind.uid === uid)!.count).toBe(items.length);
    }
  });

  test('shows the page that an item concerns, why it deserves a closer look, and what it resembles', async () => {
    const chatty = await comment('Bavarde', 'Voyez https://exemple.example et www.exemple.example.');
    expect(await read(chatty)).toMatchObject({
      context: { address: `${world.siteUrl}/charte` },
      flags: ['Le texte contient 2 liens.'],
    });
    const twin = await submission('Agoria.', { website: 'https://autre.example' });
    expect((await read(twin)).duplicates).toContainEqual({
      title: 'Agoria',
      why: 'le même nom, ou presque',
      address: `${world.siteUrl}/ressources/agoria`,
    });
  });

  test('never shows what nobody confirmed', async () => {
    const { documentId } = await sendComment('Inconnue', 'unproven');
    await expect(moderator.send('GET', `/moderation/waiting/${comments}/${documentId}`)).rejects.toThrow('404');
    await expect(decide(moderator, { uid: comments, documentId }, 'approved')).rejects.toThrow('409');
    const list = `/content-manager/collection-types/${comments}`;
    const asSeen = async (panel: Panel) =>
      (await panel.send<{ results: { documentId: string }[] }>('GET', `${list}?pageSize=100`)).results.map(
        (row) => row.documentId,
      );
    expect(await asSeen(moderator)).not.toContain(documentId);
    expect(await asSeen(moderator)).not.toEqual([]);
    expect(await asSeen(administrator)).toContain(documentId);
    await expect(moderator.send('GET', `${list}/${documentId}`)).rejects.toThrow(/40[34]/);
  });
});

describe('a decision', () => {
  test('is kept with who, why and what it published, and nothing private', async () => {
    const item = await comment('Publiée', 'Un texte à publier.');
    await decide(moderator, item, 'approved');
    const [entry] = await entriesOf(item);
    expect(entry).toMatchObject({ who: 'Modération S-tetic', title: 'Publiée', decision: 'approved' });
    expect(entry!.changes.map(({ label }) => label)).toContain('Texte');
    const { rows } = await database.query<{ row: string }>(`SELECT j::text AS row FROM moderation.journal j`);
    for (const { row } of rows) expect(row).not.toMatch(/@exemple\.example/);
  });

  test('is told to whoever comes second, in two processes at once, one by one or among many', async () => {
    const item = await comment('Disputée');
    const other = await openPanel({ ...world, cmsUrl: spare.url }, 'administrator');
    const answers = await Promise.allSettled([decide(moderator, item, 'spam'), decide(other, item, 'spam')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await entriesOf(item)).toHaveLength(1);

    const [first, second] = [await comment('Une de plusieurs'), await comment('Autre de plusieurs')];
    await decide(administrator, second, 'spam');
    const many = { items: [first, second].map(({ uid, documentId }) => ({ uid, documentId })), decision: 'approved' };
    const { outcomes } = await moderator.send<{ outcomes: { entry?: string; problem?: string }[] }>(
      'POST',
      '/moderation/many-decisions',
      many,
    );
    expect(outcomes[0]!.entry).toBeDefined();
    expect(outcomes[1]!.problem).toContain('Administration S-tetic a déjà décidé');
    expect(await stateOf(second)).toBe('spam');
  });

  test('on many things at once from two desks leaves one entry for each', async () => {
    const items = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) items.push(await comment(`Lot ${name}`));
    const other = await openPanel({ ...world, cmsUrl: spare.url }, 'administrator');
    const body = { items: items.map(({ uid, documentId }) => ({ uid, documentId })), decision: 'spam' };
    const answers = await Promise.all(
      [moderator, other].map((panel) =>
        panel.send<{ outcomes: { entry?: string }[] }>('POST', '/moderation/many-decisions', body),
      ),
    );
    for (const item of items) expect(await entriesOf(item)).toHaveLength(1);
    expect(answers.flatMap(({ outcomes }) => outcomes.flatMap(({ entry }) => entry ?? []))).toHaveLength(items.length);
  });

  test('is refused when the sender changed the item since it was read', async () => {
    const item = await comment('Changée');
    await database.query(`UPDATE comments_comments SET text = 'Autre', updated_at = now() WHERE document_id = $1`, [
      item.documentId,
    ]);
    await expect(
      moderator.send('POST', '/moderation/decisions', { ...only(item), decision: 'approved' }),
    ).rejects.toThrow('a modifié cet envoi');
    expect(await stateOf(item)).toBe('pending');
  });

  test('of part of a thing is refused where nothing of it is public', async () => {
    const item = await comment('Entière');
    await expect(
      moderator.send('POST', '/moderation/decisions', { ...only(item), decision: 'approved', fields: ['text'] }),
    ).rejects.toThrow('422');
  });

  test('to refuse says why: in words, or by a reason kept ready, in the language of the sender', async () => {
    await expect(decide(moderator, await comment('Sans motif'), 'refused')).rejects.toThrow('422');
    const reasons = await moderator.send<{ documentId: string; text: string }[]>('GET', '/moderation/reasons');
    const advertising = reasons.find(({ text }) => text === 'Ce texte est une publicité.')!;
    const [english, french] = [await comment('English', 'Buy now.', 'en'), await comment('Française', 'Achetez.')];
    for (const item of [english, french])
      await moderator.send('POST', '/moderation/decisions', {
        ...only(item),
        decision: 'refused',
        readyReason: advertising.documentId,
      });
    expect((await readKeptMail(world, emailOf('English'))).text).toContain('This text is an advertisement.');
    expect((await readKeptMail(world, emailOf('Française'))).text).toContain('Ce texte est une publicité.');
  });

  test('makes a comment a draft of the FAQ in one action, once, and leaves a trace', async () => {
    const item = await comment('Curieuse', 'Faut-il payer ? Je voudrais le savoir.');
    const make = () =>
      moderator.send<{ documentId: string }>('POST', '/moderation/faq-entries', {
        uid: item.uid,
        documentId: item.documentId,
      });
    const [{ documentId }, again] = [await make(), await make()];
    expect(again.documentId).toBe(documentId);
    const { data } = await moderator.send<{ data: object }>(
      'GET',
      `/content-manager/collection-types/plugin::faq.entry/${documentId}?locale=fr`,
    );
    expect(data).toMatchObject({
      question: 'Faut-il payer ?',
      answer: '> Faut-il payer ? Je voudrais le savoir.',
      status: 'draft',
    });
    expect((await entriesOf(item)).map(({ decision }) => decision)).toEqual(['faq']);
    expect(await stateOf(item)).toBe('pending');
    const faq = await (await fetch(`${world.cmsUrl}/api/faq/groups`)).text();
    expect(faq).not.toContain('Faut-il payer ?');
  });
});

describe('a question to the sender', () => {
  test('is mailed with a link whose page takes the answer, and the item waits again', async () => {
    const item = await comment('Floue');
    await moderator.send('POST', '/moderation/decisions', {
      ...only(item),
      decision: 'asked',
      reason: 'De quelle étape ?',
    });
    expect(await stateOf(item)).toBe('asked');
    await expect(decide(administrator, item, 'approved')).rejects.toThrow('a déjà posé une question');

    const { text } = await readKeptMail(world, emailOf('Floue'));
    expect(text).toContain('De quelle étape ?');
    expect(text).toContain(`${retention.answerLink} jours`);
    const link = linkIn(text);
    const page = await fetch(link);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('De quelle étape ?');
    expect(await stateOf(item)).toBe('asked');

    expect((await answer(link, '')).status).toBe(422);
    expect((await answer(link, 'De la troisième.')).status).toBe(303);
    expect(await (await fetch(link)).text()).toContain('votre réponse est arrivée');
    expect(await stateOf(item)).toBe('pending');
    expect((await read(item)).questions).toEqual([
      expect.objectContaining({ text: 'De quelle étape ?', askedBy: 'Modération S-tetic', answer: 'De la troisième.' }),
    ]);
    expect((await answer(link, 'Encore.')).status).toBe(303);
    expect((await read(item)).questions[0]!.answer).toBe('De la troisième.');
    await decide(moderator, await fresh(item), 'approved');
  });

  test('that was taken back no longer waits for an answer', async () => {
    const item = await comment('Reprise');
    await moderator.send('POST', '/moderation/decisions', {
      ...only(item),
      decision: 'asked',
      reason: 'Qui êtes-vous ?',
    });
    const link = linkIn((await readKeptMail(world, emailOf('Reprise'))).text);
    await undo(moderator, (await entriesOf(item))[0]!);
    expect(await (await fetch(link)).text()).toContain('n’attend plus de réponse');
    expect((await answer(link, 'Trop tard.')).status).toBe(409);
  });
});

describe('the journal', () => {
  test('cannot be rewritten, not even in SQL; a person’s words can be taken out of it', async () => {
    const item = await comment('Effacée', 'Un texte à effacer.');
    await decide(moderator, item, 'approved');
    for (const sql of [
      `UPDATE moderation.journal SET who = 'Personne'`,
      `UPDATE moderation.journal SET title = 'Autre chose'`,
      `UPDATE moderation.journal SET decision = 'refused', title = NULL, reason = NULL, before = NULL, after = NULL`,
      `DELETE FROM moderation.journal`,
      `TRUNCATE moderation.journal`,
    ])
      await expect(database.query(sql), sql).rejects.toThrow('The journal of decisions is only added to');
    await sendTo('personal-data/requests', { locale: 'fr', email: emailOf('Effacée') });
    const mail = () => readKeptMail(world, emailOf('Effacée'));
    await expect.poll(async () => (await mail()).subject, { timeout: 15_000 }).toBe('Vos données sur S-tetic');
    const token = linkIn((await mail()).text)
      .split('/')
      .at(-1);
    await sendTo('personal-data/erasures', { locale: 'fr', token });
    const [entry] = await entriesOf(item);
    expect(entry).toMatchObject({ isErased: true, decision: 'approved', who: 'Modération S-tetic', changes: [] });
  });

  test('is read by kind and by person, a page at a time', async () => {
    const { people, total } = await moderator.send<Journal>('GET', '/moderation/journal');
    const { id } = people.find(({ name }) => name === 'Administration S-tetic')!;
    const hers = await moderator.send<Journal>('GET', `/moderation/journal?who=${id}&uid=${comments}`);
    expect(hers.total).toBeLessThan(total);
    expect(new Set(hers.entries.map(({ who }) => who))).toEqual(new Set(['Administration S-tetic']));
    expect((await moderator.send<Journal>('GET', `/moderation/journal?uid=nothing`)).entries).toEqual([]);
    expect((await moderator.send<Journal>('GET', '/moderation/journal?page=999')).entries).toEqual([]);
    await expect(moderator.send('GET', '/moderation/journal?page=0')).rejects.toThrow('422');
  });
});

describe('undoing', () => {
  test('takes a comment off the site, tells its author, is told itself, and lets it be decided and told again', async () => {
    const item = await comment('Hésitante', 'Un texte hésitant.');
    await decide(moderator, item, 'approved');
    expect(await publicTexts()).toContain('Un texte hésitant.');
    const [approval] = await entriesOf(item);
    await undo(administrator, approval!);
    expect(await stateOf(item)).toBe('pending');
    expect(await publicTexts()).not.toContain('Un texte hésitant.');
    expect((await readKeptMail(world, emailOf('Hésitante'))).text).toContain('revient sur cette décision');
    await expect(undo(moderator, approval!)).rejects.toThrow('Administration S-tetic a déjà annulé');

    await decide(moderator, await fresh(item), 'approved');
    expect((await readKeptMail(world, emailOf('Hésitante'))).subject).toBe('Votre commentaire est publié');
    expect((await entriesOf(item)).map(({ decision, canBeUndone }) => [decision, canBeUndone])).toEqual([
      ['approved', true],
      ['undone', false],
      ['approved', false],
    ]);
    await expect(undo(moderator, approval!)).rejects.toThrow('409');
  });

  test('takes the listing that an approval made off the site, and another approval brings it back', async () => {
    const item = await submission('Atelier repris');
    await decide(moderator, item, 'approved');
    const listing = linkIn((await readKeptMail(world, emailOf('Atelier repris'))).text);
    expect((await fetch(listing)).status).toBe(200);
    await undo(moderator, (await entriesOf(item))[0]!);
    await expect.poll(async () => (await fetch(listing)).status).toBe(404);
    expect((await readKeptMail(world, emailOf('Atelier repris'))).text).toContain('est revenue sur la décision');
    await decide(moderator, await fresh(item), 'approved');
    await expect
      .poll(async () => (await fetch(linkIn((await readKeptMail(world, emailOf('Atelier repris'))).text))).status)
      .toBe(200);
  });

  test('happens once, whoever asks for it at the same moment', async () => {
    const item = await comment('Deux mains');
    await decide(moderator, item, 'spam');
    const [entry] = await entriesOf(item);
    const other = await openPanel({ ...world, cmsUrl: spare.url }, 'administrator');
    const answers = await Promise.allSettled([undo(moderator, entry!), undo(other, entry!)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await entriesOf(item)).map(({ decision }) => decision)).toEqual(['undone', 'spam']);
  });

  test.each(['0', '999999999', 'x'])('of entry %s, which is none, is not found', async (id) => {
    await expect(moderator.send('POST', `/moderation/journal/${id}/undoing`)).rejects.toThrow('404');
  });
});

describe('the digest of the morning', () => {
  const wednesday = '2027-03-10T06:30:00Z';

  test('is mailed once a day to each person who may moderate, with links that open and do not act', async () => {
    const item = await comment('Matinale');
    await Promise.all(Array.from({ length: 8 }, () => runDigest(wednesday)));
    await runDigest('2027-03-10T09:00:00Z');
    expect(await digestsOf('2027-03-10')).toEqual(addressesOf(['administrator', 'moderator']));
    const { text } = await readKeptMail(world, addressesOf(['moderator'])[0]!);
    expect(text).toContain('Commentaires');
    expect(text).toContain(`${world.cmsUrl}/admin/plugins/moderation`);
    expect(text).toContain('ne plus le recevoir');
    const [link] = /http\S+item=\S+/.exec(text)!;
    expect((await fetch(link!)).status).toBe(200);
    expect(await stateOf(item)).toBe('pending');
  });

  test('leaves out Saturdays and Sundays, and whoever does not want it', async () => {
    await runDigest('2027-03-13T06:30:00Z');
    await runDigest('2027-03-14T06:30:00Z');
    expect(await digestsOf('2027-03-13')).toEqual([]);
    expect(await digestsOf('2027-03-14')).toEqual([]);

    await moderator.send('PUT', '/moderation/digest', { wanted: false });
    expect(await moderator.send('GET', '/moderation/digest')).toEqual({ wanted: false });
    await runDigest('2027-03-15T06:30:00Z');
    expect(await digestsOf('2027-03-15')).toEqual(addressesOf(['administrator']));
    await moderator.send('PUT', '/moderation/digest', { wanted: true });
    expect(await moderator.send('GET', '/moderation/digest')).toEqual({ wanted: true });
  });

  test('says nothing when nothing waits', async () => {
    for (;;) {
      const { items } = await moderator.send<{ items: Waiting[] }>('GET', '/moderation/waiting');
      if (items.length === 0) break;
      await moderator.send('POST', '/moderation/many-decisions', { items: items.map(only), decision: 'spam' });
    }
    await runDigest('2027-03-16T06:30:00Z');
    expect(await digestsOf('2027-03-16')).toEqual([]);
    expect(await moderator.send('GET', '/moderation/counts')).toMatchObject({ total: 0 });
  });
});

/** `emailOf('Atelier repris')` // => 'atelier-repris@exemple.example' */
const emailOf = (name: string): string =>
  `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')}@exemple.example`;

const only = ({ uid, documentId, version }: Waiting) => ({ uid, documentId, version });

async function sendTo(route: string, body: object): Promise<void> {
  const response = await postAsSite(world, `/${route}`, body);
  if (!response.ok) throw new Error(`The CMS answered ${response.status}: ${await response.text()}`);
}

/** Sends a comment that is not confirmed. */
async function sendComment(author: string, text: string, locale = 'fr'): Promise<{ documentId: string }> {
  const email = emailOf(author);
  await sendTo('comments/comments', { path: '/charte', locale, audience: 'publish', author, email, text });
  const { rows } = await database.query<{ documentId: string }>(
    'SELECT document_id AS "documentId" FROM comments_comments WHERE author = $1',
    [author],
  );
  return rows[0]!;
}

/** Sends a comment and confirms it. */
async function comment(author: string, text = `Un mot de ${author}.`, locale = 'fr'): Promise<Waiting> {
  const { documentId } = await sendComment(author, text, locale);
  await confirmAddress(world, emailOf(author));
  return read({ uid: comments, documentId });
}

/** Sends a listing and confirms it. */
async function submission(name: string, more: object = {}): Promise<Waiting> {
  await sendTo('resources/submissions', {
    locale: 'fr',
    name,
    kind: 'private',
    languages: ['fr'],
    zones: ['namur'],
    summary: 'Un essai.',
    experiences: [{ stepNumber: 3, text: 'Trois projets.' }],
    email: emailOf(name),
    ...more,
  });
  await confirmAddress(world, emailOf(name));
  const { rows } = await database.query<{ documentId: string }>(
    'SELECT document_id AS "documentId" FROM resources_submissions WHERE name = $1',
    [name],
  );
  return read({ uid: submissions, documentId: rows[0]!.documentId });
}

const read = ({ uid, documentId }: Pick<Waiting, 'uid' | 'documentId'>): Promise<Item> =>
  moderator.send('GET', `/moderation/waiting/${uid}/${documentId}`);

const fresh = read;

const decide = (panel: Panel, { uid, documentId }: Pick<Waiting, 'uid' | 'documentId'>, decision: string) =>
  panel.send('POST', '/moderation/decisions', { uid, documentId, decision });

const undo = (panel: Panel, { id }: Entry) => panel.send('POST', `/moderation/journal/${id}/undoing`);

/** The entries about an item, the newest first. */
async function entriesOf({ documentId }: Waiting): Promise<Entry[]> {
  const { entries } = await moderator.send<Journal>('GET', '/moderation/journal');
  return entries.filter((entry) => entry.documentId === documentId);
}

async function stateOf({ documentId }: Waiting): Promise<string> {
  const { rows } = await database.query<{ state: string }>(
    'SELECT state FROM comments_comments WHERE document_id = $1',
    [documentId],
  );
  return rows[0]!.state;
}

async function publicTexts(): Promise<string[]> {
  const answer = await fetch(`${world.cmsUrl}/api/charter/charter`);
  const { page } = (await answer.json()) as { page: { comments: { text: string }[] } };
  return page.comments.map(({ text }) => text);
}

/** Sends the form of the page of a question. */
const answer = (link: string, text: string): Promise<Response> =>
  fetch(link, {
    method: 'POST',
    headers: { origin: world.siteUrl },
    body: new URLSearchParams({ text }),
    redirect: 'manual',
  });

const runDigest = (now: string) => runJob(boss, 'moderation.digest', new Date(now));

async function digestsOf(day: string): Promise<string[]> {
  const { rows } = await database.query<{ recipient: string }>(
    `SELECT recipient FROM mail_mails WHERE cause LIKE 'digest %' || $1 ORDER BY recipient`,
    [day],
  );
  return rows.map(({ recipient }) => recipient);
}

const addressesOf = (roles: readonly string[]): string[] =>
  world.accounts
    .filter(({ role }) => roles.includes(role))
    .map(({ email }) => email)
    .sort();
