import { retention } from '@s-tetic/config/retention';
import pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJobs, runJob } from './world/jobs.ts';
import { confirmToken, linkIn, readKeptMail } from './world/mailbox.ts';
import { startWorld, type World } from './world/world.ts';

const day = 86_400_000;

let world: World;
let database: pg.Client;
let boss: PgBoss;

beforeAll(async () => {
  world = await startWorld({ name: 'proof' });
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  boss = await openJobs(world);
});
afterAll(async () => {
  await boss?.stop();
  await database?.end();
  await world?.stop();
});

describe('the page of a mailed link', () => {
  test('changes nothing when it is opened, however often', async () => {
    const link = await send('curious');
    for (let time = 0; time < 3; time += 1) expect(await (await fetch(link)).text()).toContain('Confirmer mon envoi');
    expect(await stateOf('curious')).toBe('unconfirmed');
  });

  test('confirms by its button, once, and says so from then on', async () => {
    const link = await send('sure');
    const answers = await Promise.all([press(link), press(link)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await stateOf('sure')).toBe('pending');
    expect(await (await fetch(link)).text()).toContain('Ce lien a servi');
  });

  test('says that it has expired, and mails a fresh link that works', async () => {
    const link = await send('late');
    await database.query(`UPDATE links_links SET expires_at = now(), created_at = now() - interval '3 days'`);
    expect(await (await fetch(link)).text()).toContain('Ce lien a expiré');
    expect((await press(link)).status).toBe(200);
    expect(await stateOf('late')).toBe('unconfirmed');

    expect(await (await press(`${link}/nouveau`)).text()).toContain('Aucun courriel n’est parti');
    const fresh = linkIn((await readKeptMail(world, emailOf('late'))).text);
    expect(fresh).not.toBe(link);
    expect((await press(fresh)).status).toBe(303);
    expect(await stateOf('late')).toBe('pending');
  });

  test.each(['a', 'a'.repeat(43), '%00', '../../etc'])('says that %s is no link', async (token) => {
    const response = await fetch(`${world.siteUrl}/confirmer/${encodeURIComponent(token)}`);
    expect([400, 404]).toContain(response.status);
  });

  test('is kept by nobody, listed nowhere, and betrays its address to nobody', async () => {
    const { headers } = await fetch(await send('secret'));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('what nobody confirmed', () => {
  test(`is kept ${retention.unconfirmed} days, then erased; what was confirmed stays`, async () => {
    const forgotten = await send('forgotten');
    const confirmed = await send('confirmed');
    await confirmToken(world, confirmed.split('/').at(-1)!);

    await runErasing(Date.now() + (retention.unconfirmed - 0.1) * day);
    expect(await stateOf('forgotten')).toBe('unconfirmed');
    await runErasing(Date.now() + (retention.unconfirmed + 0.1) * day);
    expect(await stateOf('forgotten')).toBeUndefined();
    expect(await stateOf('confirmed')).toBe('pending');
    expect(await (await fetch(forgotten)).text()).toContain('Ce lien n’est pas valable');
  });

  test('can be sent again once it is erased', async () => {
    expect(await send('forgotten')).toMatch(/\/confirmer\//);
  });
});

const emailOf = (name: string) => `${name}@exemple.example`;

/** Sends a comment. @returns the link mailed to its sender */
async function send(name: string): Promise<string> {
  const comment = {
    path: '/charte',
    audience: 'publish',
    author: name,
    email: emailOf(name),
    text: 'Merci.',
    website: '',
  };
  const response = await fetch(`${world.siteUrl}/commenter`, {
    method: 'POST',
    headers: { origin: world.siteUrl },
    body: new URLSearchParams(comment),
    redirect: 'manual',
  });
  expect(response.headers.get('location')).toBe('/charte#commentaire-garde');
  return linkIn((await readKeptMail(world, emailOf(name))).text);
}

/** Presses the button of a page. */
function press(link: string): Promise<Response> {
  return fetch(link, {
    method: 'POST',
    headers: { origin: world.siteUrl, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0' },
    body: '',
    redirect: 'manual',
  });
}

async function stateOf(author: string): Promise<string | undefined> {
  const { rows } = await database.query<{ state: string }>('SELECT state FROM comments_comments WHERE author = $1', [
    author,
  ]);
  return rows[0]?.state;
}

const runErasing = (now: number) => runJob(boss, 'proof.erase', new Date(now));
