import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Proxy, startProxy } from './world/proxy.ts';
import { type Smtp, startSmtp } from './world/smtp.ts';
import { type Spare, startSpareCms, startSpareSite } from './world/spare.ts';
import { startWorld, type World } from './world/world.ts';

/** How many people send at the same time, and how many forms they send in all. */
const senders = 8;
const forms = 500;

/** How often the CMS is killed meanwhile, beside the one time that it is killed at the worst moment of a mail. */
const randomKills = 2;

let smtp: Smtp;
let world: World;
let cms: Spare | undefined;
let proxy: Proxy;
let site: Spare;
let database: pg.Client;

beforeAll(async () => {
  smtp = await startSmtp();
  world = await startWorld({ name: 'loss', environment: { SMTP_URL: smtp.url } });
  await world.stopCms();
  await world.stopSite();
  proxy = await startProxy(() => (cms ? [cms.url] : []));
  await startCms();
  site = await startSpareSite(world, 'loss-site', proxy.url);
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await site?.end('SIGTERM');
  await cms?.end('SIGTERM');
  await proxy?.[Symbol.asyncDispose]();
  await world?.stop();
  await smtp?.[Symbol.asyncDispose]();
});

test(`a CMS that is killed while ${forms} forms are sent loses none, keeps none twice, and writes to each sender once`, async () => {
  await killBetweenTheWordAndTheNote();
  const waiting = Array.from({ length: forms }, (_, index) => formOf(index));
  const answered: string[] = [];
  const sending = Array.from({ length: senders }, async () => {
    for (let form = waiting.pop(); form; form = waiting.pop()) {
      await sendUntilReceived(form);
      answered.push(form.fields.email);
    }
  });
  await Promise.all([...sending, killAtRandom()]);

  const all = [worst.fields.email, ...answered];
  expect(await storedOnce()).toEqual([...all].sort());
  const arrived = () => smtp.mails.map(({ to }) => [to ?? []].flat()[0]!.text);
  await expect.poll(() => hastenRetries().then(() => new Set(arrived()).size), { timeout: 50_000 }).toBe(all.length);

  const ids = new Map(smtp.mails.map(({ messageId, to }) => [messageId, [to ?? []].flat()[0]!.text]));
  expect([...ids.values()].sort(), 'one mail to each, as a mailbox counts them').toEqual([...all].sort());
  const copies = smtp.mails.length - all.length;
  expect(copies).toBeGreaterThanOrEqual(1);
  expect(copies).toBeLessThanOrEqual(randomKills + 1);
}, 150_000);

interface Form {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>> & { readonly email: string };
}

const worst = formOf('worst');

/** Kills the CMS when the mail server has taken a mail and has not yet said so. */
async function killBetweenTheWordAndTheNote(): Promise<void> {
  const killed = new Promise<void>((resolve) => {
    smtp.onTaken = () => kill().then(resolve);
  });
  await sendUntilReceived(worst);
  await killed;
  smtp.onTaken = () => undefined;
  expect(smtp.to(worst.fields.email)).toHaveLength(1);
  await startCms();
}

async function killAtRandom(): Promise<void> {
  for (let time = 0; time < randomKills; time++) {
    await delay(500 + Math.random() * 3000);
    await kill();
    await startCms();
  }
}

async function startCms(): Promise<void> {
  cms = await startSpareCms(world, 'loss-cms', { SMTP_URL: smtp.url });
}

async function kill(): Promise<void> {
  const killed = cms;
  cms = undefined;
  await killed?.end('SIGKILL');
}

/** A comment or the form of a provider, in turn. */
function formOf(index: number | string): Form {
  const email = `perte-${index}@exemple.example`;
  if (index === 'worst' || Number(index) % 2 === 0) {
    const fields = { path: '/charte', audience: 'publish', author: 'Une lectrice', email, text: `Merci ${index}.` };
    return { path: '/commenter', fields };
  }
  const fields = {
    name: `Atelier ${index}`,
    kind: 'private',
    languages: 'fr',
    zones: 'namur',
    email,
    summary: 'Un atelier.',
    steps: '3',
    'experiences.3.text': 'Des ventes.',
    intent: 'send',
  };
  return { path: '/ressources/inscrire', fields };
}

/** Sends as a person does: who gets no answer, or one that says that nothing was kept, sends again. */
async function sendUntilReceived({ path, fields }: Form): Promise<void> {
  for (;;) {
    const response = await fetch(site.url + path, {
      method: 'POST',
      headers: { origin: site.url },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    }).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.status === 303) return;
    expect([undefined, 503]).toContain(response?.status);
    await delay(200 + Math.random() * 300);
  }
}

/** The senders of what is stored, once for each time that it is. */
async function storedOnce(): Promise<string[]> {
  const { rows } = await database.query<{ email: string }>(
    `SELECT email FROM comments_comments WHERE email LIKE 'perte-%'
    UNION ALL SELECT email FROM resources_submissions WHERE email LIKE 'perte-%'`,
  );
  return rows.map(({ email }) => email).sort();
}

/** Half a minute lies between two tries: the test does not wait for it. */
async function hastenRetries(): Promise<void> {
  await database.query(`UPDATE jobs.job SET start_after = now() WHERE name = 'mail.send' AND state = 'retry'`);
}
