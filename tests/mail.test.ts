import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkIn } from './world/mailbox.ts';
import { openPanel } from './world/panel.ts';
import { postAsSite } from './world/post-as-site.ts';
import { type Smtp, startSmtp } from './world/smtp.ts';
import { type Spare, startSpareCms } from './world/spare.ts';
import { startWorld, type World } from './world/world.ts';

let smtp: Smtp;
let world: World;
let spare: Spare;
let database: pg.Client;

beforeAll(async () => {
  smtp = await startSmtp();
  world = await startWorld({ name: 'mail', environment: { SMTP_URL: smtp.url } });
  spare = await startSpareCms(world, 'mail-spare', { SMTP_URL: smtp.url });
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await spare?.end('SIGTERM');
  await world?.stop();
  await smtp?.[Symbol.asyncDispose]();
});

describe('the mail that asks to confirm', () => {
  test('leaves once, in the language of the sender, as text and as HTML that say the same', async () => {
    const email = addressOf('english');
    expect(await sendComment({ email, locale: 'en' })).toEqual({ mail: 'sent' });
    const mail = await arrivalOf(email);
    expect(mail.subject).toBe('Confirm what you sent to S-tetic');
    expect(mail.text).toMatch(new RegExp(`${world.siteUrl}/en/confirmer/[\\w-]{43}\\n`));
    expect(mail.html).toContain(`href="${linkIn(mail.text!)}"`);
    expect(mail.html).toContain('lang="en"');
    expect(mail.messageId).toMatch(/^<[a-z0-9]+@127\.0\.0\.1>$/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('holds nothing that was typed: the form cannot be made to write to others', async () => {
    const email = addressOf('victim');
    await sendComment({ email, author: 'Achetez chez nous', text: 'https://achetez.example' });
    const { text, html, subject } = await arrivalOf(email);
    expect(`${text}${String(html)}${subject}`).not.toMatch(/achetez/i);
  });

  test('leaves again with the same Message-ID when the server had no time for it', async () => {
    const email = addressOf('busy');
    smtp.refuse = (recipient) => (recipient === email ? 451 : undefined);
    await sendComment({ email });
    await expect.poll(() => stateOf(email)).toMatchObject({ state: 'waiting', attempts: 1 });
    const { document_id } = await stateOf(email);
    smtp.refuse = () => undefined;
    await hastenRetries();
    expect((await arrivalOf(email)).messageId).toBe(`<${document_id}@127.0.0.1>`);
    await expect.poll(() => stateOf(email)).toMatchObject({ state: 'sent', attempts: 2, problem: null, sealed: null });
    expect(smtp.to(email)).toHaveLength(1);
  });

  test('is given up at once for an address that does not exist, and staff can send it again', async () => {
    const email = addressOf('nobody');
    smtp.refuse = (recipient) => (recipient === email ? 550 : undefined);
    await sendComment({ email });
    await expect.poll(() => stateOf(email)).toMatchObject({ state: 'failed', attempts: 1 });
    smtp.refuse = () => undefined;

    const panel = await openPanel(world, 'moderator');
    const { mails } = await panel.send<{ mails: { documentId: string; recipient: string; state: string }[] }>(
      'GET',
      '/mail/mails',
    );
    expect(mails[0]).toMatchObject({ recipient: email, state: 'failed', problem: expect.stringContaining('550') });
    const { documentId } = mails[0]!;
    await expect(panel.send('GET', `/mail/mails/${documentId}`)).rejects.toThrow('403');
    await panel.send('POST', `/mail/mails/${documentId}/sending`);
    await arrivalOf(email);
    await expect(panel.send('POST', `/mail/mails/${documentId}/sending`)).rejects.toThrow('409');
  });

  test('ends as a dead letter when its last try fails', async () => {
    const email = addressOf('away');
    smtp.refuse = (recipient) => (recipient === email ? 451 : undefined);
    await sendComment({ email });
    await expect.poll(() => stateOf(email)).toMatchObject({ attempts: 1 });
    await hastenRetries({ last: true });
    await expect.poll(() => stateOf(email)).toMatchObject({ state: 'failed', attempts: 2 });
    smtp.refuse = () => undefined;
  });
});

test('a text that holds links is nowhere in the database as it is', async () => {
  const { rows } = await database.query<{ row: string }>('SELECT mails::text AS row FROM mail_mails AS mails');
  expect(rows.length).toBeGreaterThan(3);
  for (const { row } of rows) expect(row).not.toContain('/confirmer/');
  const tokens = smtp.mails.map(({ text }) => linkIn(text!).split('/').at(-1)!);
  const { rows: links } = await database.query<{ row: string }>('SELECT links::text AS row FROM links_links AS links');
  for (const { row } of links) for (const token of tokens) expect(row).not.toContain(token);
});

test('two processes share the work: every mail arrives, and arrives once', async () => {
  const emails = Array.from({ length: 30 }, (_, index) => addressOf(`shared-${index}`));
  await Promise.all(emails.map((email, index) => sendComment({ email }, index % 2 ? spare.url : world.cmsUrl)));
  for (const email of emails) await arrivalOf(email);
  expect(await spare.end('SIGTERM')).toBe(0);
  for (const email of emails) expect(smtp.to(email)).toHaveLength(1);
});

test('what was not received causes no mail', async () => {
  const email = addressOf('unknown-page');
  await expect(sendComment({ email, path: '/nulle-part' })).rejects.toThrow('404');
  const { rowCount } = await database.query('SELECT 1 FROM mail_mails WHERE recipient = $1', [email]);
  expect(rowCount).toBe(0);
});

let sent = 0;

function addressOf(name: string): string {
  sent += 1;
  return `${name}-${sent}@exemple.example`;
}

async function sendComment(fields: Record<string, string>, cmsUrl = world.cmsUrl): Promise<unknown> {
  const comment = { path: '/charte', locale: 'fr', audience: 'publish', author: 'Une lectrice', text: 'Merci.' };
  const response = await postAsSite({ ...world, cmsUrl }, '/comments/comments', { ...comment, ...fields });
  if (!response.ok) throw new Error(`The CMS answered ${response.status}: ${await response.text()}`);
  return response.json();
}

async function arrivalOf(email: string) {
  await expect.poll(() => smtp.to(email).length).toBe(1);
  return smtp.to(email)[0]!;
}

async function stateOf(email: string): Promise<Record<string, unknown>> {
  const { rows } = await database.query('SELECT * FROM mail_mails WHERE recipient = $1', [email]);
  return rows[0] as Record<string, unknown>;
}

/** Half a minute, then more, lies between two tries: the test does not wait for it, nor for the last of them. */
async function hastenRetries({ last = false } = {}): Promise<void> {
  const limit = last ? ', retry_limit = retry_count + 1' : '';
  const hasten = `UPDATE jobs.job SET start_after = now()${limit} WHERE name = 'mail.send' AND state = 'retry'`;
  await expect.poll(async () => (await database.query(hasten)).rowCount).toBe(1);
}
