import { parse } from 'node-html-parser';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmAddress, linkIn, readKeptMail } from './world/mailbox.ts';
import { decide } from './world/moderating.ts';
import { type Spare, startSpareCms } from './world/spare.ts';
import { startWorld, type World } from './world/world.ts';

/** Few enough to reach. The site stands behind one proxy, as which the test speaks. */
const environment = { FORMS_PER_HOUR: '4', MAILS_PER_HOUR: '2', TRUSTED_PROXIES: '1' };

let world: World;
let spare: Spare;
let database: pg.Client;

beforeAll(async () => {
  world = await startWorld({ name: 'limits', environment });
  spare = await startSpareCms(world, 'limits-spare', environment);
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await spare?.end('SIGTERM');
  await world?.stop();
});

describe('a visitor who sends too much', () => {
  test('is told when to come back, with every word that they typed', async () => {
    for (let time = 0; time < 4; time += 1) expect((await postComment({ from: '203.0.113.1' })).status).toBe(303);
    const refused = await postComment({
      from: '203.0.113.1',
      author: 'Une <gérante>',
      text: 'Un long texte.\nÀ garder.',
    });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    const page = parse(await refused.text());
    expect(page.querySelector('[role=alert]')?.text).toContain('Réessayez dans');
    expect(page.querySelector('#author')?.getAttribute('value')).toBe('Une <gérante>');
    expect(page.querySelector('#text')?.text).toBe('Un long texte.\nÀ garder.');
    expect(page.querySelector('[value=publish]')?.hasAttribute('checked')).toBe(true);
  });

  test('does not keep others from sending', async () => {
    expect((await postComment({ from: '203.0.113.2' })).status).toBe(303);
  });

  test('cannot pass for another: only what the trusted proxy saw counts', async () => {
    const forged = Array.from({ length: 3 }, (_, index) => `198.51.100.${index}, 203.0.113.1`);
    for (const from of forged) expect((await postComment({ from })).status).toBe(429);
  });

  test('has one allowance for the whole /64 that is theirs', async () => {
    const siblings = ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:ffff::3', '2001:db8:1:2:a:b:c:d'];
    for (const from of siblings) expect((await postComment({ from })).status).toBe(303);
    expect((await postComment({ from: '2001:db8:1:2::5' })).status).toBe(429);
    expect((await postComment({ from: '2001:db8:1:3::5' })).status).toBe(303);
  });

  test('meets the same count in every process', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => sendToCms(index % 2 ? spare.url : world.cmsUrl, '203.0.113.9')),
    );
    expect(statuses.filter((status) => status === 202)).toHaveLength(4);
    expect(statuses.filter((status) => status === 429)).toHaveLength(8);
  });

  test('cannot have one mailbox written to more than a few times, from wherever they send', async () => {
    const email = 'victime@exemple.example';
    const statuses = [];
    for (const from of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
      statuses.push((await postComment({ from, email: from.endsWith('3') ? email.toUpperCase() : email })).status);
    expect(statuses).toEqual([303, 303, 429]);
  });
});

test('whatever strangers send in the name of an address, its person reports, answers, and has their links mailed', async () => {
  const email = 'visee@exemple.example';
  expect((await postComment({ from: '192.0.2.20', email, text: 'Le vrai.' })).status).toBe(303);
  await confirmAddress(world, email);
  await askAbout('Le vrai.');
  const question = await readKeptMail(world, email);
  expect((await postComment({ from: '192.0.2.21', email })).status).toBe(303);
  expect((await postComment({ from: '192.0.2.22', email })).status).toBe(429);

  const report = { cause: 'other', text: 'À revoir.', email, website: '' };
  for (const from of ['192.0.2.23', '192.0.2.24', '192.0.2.25'])
    expect((await post('/signaler/fiche/cetic', report, from)).status).toBe(303);
  const answer = { text: 'De la troisième étape.' };
  expect((await post(new URL(linkIn(question.text)).pathname, answer, '192.0.2.26')).status).toBe(303);
  for (const [page, taken] of [
    ['/mes-donnees', 200],
    ['/ressources/gerer', 303],
  ] as const) {
    const statuses = [];
    for (const from of ['192.0.2.27', '192.0.2.28', '192.0.2.29'])
      statuses.push((await post(page, { email }, from)).status);
    expect(statuses, page).toEqual([taken, taken, 429]);
  }
});

test('a burst is refused without storing anything, while a genuine sender and the pages are served', async () => {
  const before = await countComments();
  const burst = Array.from({ length: 100 }, () => sendToCms(world.cmsUrl, '203.0.113.1'));
  const [page, genuine] = await Promise.all([
    fetch(`${world.siteUrl}/charte`),
    postComment({ from: '203.0.113.77' }),
    Promise.all(burst).then((statuses) => expect(new Set(statuses)).toEqual(new Set([429]))),
  ]);
  expect(page.status).toBe(200);
  expect(genuine.status).toBe(303);
  expect(await countComments()).toBe(before + 1);
});

test('what fills the field that people do not see is thanked, and nothing is counted or stored', async () => {
  const before = await countComments();
  const statuses = [];
  for (let time = 0; time < 6; time += 1)
    statuses.push((await postComment({ from: '203.0.113.50', website: 'https://spam.example' })).status);
  expect(new Set(statuses)).toEqual(new Set([303]));
  expect(await countComments()).toBe(before);
});

test('no address of a visitor is anywhere in what is counted', async () => {
  const { rows } = await database.query<{ row: string }>(
    'SELECT counts::text AS row FROM limits.counts AS counts UNION ALL SELECT salts::text FROM limits.salts AS salts',
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { row } of rows) expect(row).not.toMatch(/203\.0\.113|2001:db8|victime/i);
});

let sent = 0;

const postComment = ({ from, ...fields }: { from: string } & Record<string, string>): Promise<Response> =>
  post('/commenter', { ...newComment(), website: '', ...fields }, from);

/** Posts a form as a visitor whose address the proxy saw. */
function post(page: string, fields: Record<string, string>, from: string): Promise<Response> {
  return fetch(world.siteUrl + page, {
    method: 'POST',
    headers: { origin: world.siteUrl, 'x-forwarded-for': from },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

/** Asks something of whoever wrote a comment. */
async function askAbout(text: string): Promise<void> {
  const { rows } = await database.query<{ id: string }>(
    'SELECT document_id AS id FROM comments_comments WHERE text = $1',
    [text],
  );
  await decide(world, 'plugin::comments.comment', rows[0]!.id, { decision: 'asked', reason: 'De quelle étape ?' });
}

async function sendToCms(cmsUrl: string, address: string): Promise<number> {
  const response = await fetch(`${cmsUrl}/api/comments/comments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${world.secrets.SITE_TOKEN}`,
      'x-client-address': address,
    },
    body: JSON.stringify({ ...newComment(), locale: 'fr' }),
  });
  await response.arrayBuffer();
  return response.status;
}

function newComment() {
  sent += 1;
  const email = `personne-${sent}@exemple.example`;
  return { path: '/charte', audience: 'publish', author: 'Une lectrice', email, text: `Merci ${sent}.` };
}

async function countComments(): Promise<number> {
  const { rows } = await database.query<{ count: string }>('SELECT count(*) FROM comments_comments');
  return Number(rows[0]!.count);
}
