import { ladder } from '@s-tetic/config/upkeep';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJobs, runJob } from './world/jobs.ts';
import { mailTo, publishListing } from './world/listings.ts';
import { linkIn } from './world/mailbox.ts';
import { type MailedWorld, startMailedWorld } from './world/mailed-world.ts';
import { openPanel } from './world/panel.ts';
import { collection } from './world/publishing.ts';

const day = 86_400_000;
const email = 'oublieuse@exemple.example';
// First of all in the order of names.
const name = '000 oublieuse';

let mailed: MailedWorld;
let world: MailedWorld['world'];
let smtp: MailedWorld['smtp'];
let database: MailedWorld['database'];
let boss: PgBoss;

beforeAll(async () => {
  mailed = await startMailedWorld('owner-ladder');
  ({ world, smtp, database } = mailed);
  boss = await openJobs(world);
});
afterAll(async () => {
  await boss?.stop();
  await mailed?.[Symbol.asyncDispose]();
});

test('a listing that nobody confirms goes down the whole ladder, rung by rung, and comes back in one press', async () => {
  const { slug, documentId } = await publishListing(world, smtp, database, { name, email });
  const due = Date.parse((await upkeep(documentId)).due);

  // Each reminder leaves on its day, once, whatever the number of times that the job runs, and holds a link that opens.
  await at(ladder.reminders[0] - 1);
  expect(reminders()).toHaveLength(0);
  for (const [index, offset] of ladder.reminders.entries()) {
    await at(offset);
    await at(offset);
    await expect.poll(() => reminders().length).toBe(index + 1);
    const { text } = reminders().at(-1)!;
    const opened = await fetch(linkIn(text!));
    expect(await opened.text()).toContain('Elle est toujours exacte');
    expect(await standing()).toBe('current');
  }
  expect(
    reminders().map(({ text }) => /dans 30 jours|dans 7 jours|aujourd’hui|il y a 30 jours/.exec(text!)?.[0]),
  ).toEqual(['dans 30 jours', 'dans 7 jours', 'aujourd’hui', 'il y a 30 jours']);

  await at(ladder.toConfirm);
  expect(await standing()).toBe('toConfirm');
  expect((await directory())[0]).toBe(slug);
  await expect.poll(() => page(`/ressources/${slug}`)).toContain('Cette fiche est à confirmer');

  await at(ladder.sunk);
  expect(await standing()).toBe('sunk');
  expect((await directory())[0]).not.toBe(slug);
  expect((await directory('&page=2')).at(-1)).toBe(slug);

  await at(ladder.archived);
  expect(await standing()).toBeUndefined();
  const farewell = linkIn((await mailTo(smtp, email, /n’est plus visible/)).text!);
  expect(reminders()).toHaveLength(ladder.reminders.length);

  await press(farewell, { slug, action: 'restore' });
  expect(await standing()).toBe('current');
  expect((await directory())[0]).toBe(slug);
  expect((await upkeep(documentId)).visibility).toBe('public');

  async function at(days: number) {
    await runJob(boss, 'listings.keepUp', new Date(due + days * day + day / 3));
  }
  async function standing() {
    const response = await fetch(`${world.cmsUrl}/api/resources/resources/${slug}`);
    if (response.status === 404) return undefined;
    return ((await response.json()) as { resource: { standing: string } }).resource.standing;
  }
});

test('staff put an archived listing back by the button of the panel, and it is to be confirmed as if it had been today', async () => {
  const { documentId } = await publishListing(world, smtp, database, {
    name: 'Bbb archivée',
    email: 'b@exemple.example',
  });
  const { due } = await upkeep(documentId);
  await runJob(boss, 'listings.keepUp', new Date(Date.parse(due) + (ladder.archived + 0.5) * day));
  expect(await upkeep(documentId)).toMatchObject({ visibility: 'archived' });
  const panel = await openPanel(world, 'moderator');
  await panel.send('POST', `${collection('resources.resource')}/${documentId}/actions/publish?locale=fr`, {});
  expect(await upkeep(documentId)).toEqual({ visibility: 'public', due });
});

const reminders = () => smtp.to(email).filter(({ subject }) => subject?.includes('toujours exacte'));

async function upkeep(listing: string): Promise<{ due: string; visibility: string }> {
  const { rows } = await database.query<{ due: string; visibility: string }>(
    `SELECT to_char(due_at, 'YYYY-MM-DD') AS due, visibility FROM listings_upkeeps WHERE listing = $1`,
    [listing],
  );
  return rows[0]!;
}

/** The addresses of a page of the directory, in its order. */
async function directory(query = ''): Promise<string[]> {
  const response = await fetch(`${world.cmsUrl}/api/resources/resources?sort=name${query}`);
  return ((await response.json()) as { resources: { slug: string }[] }).resources.map(({ slug }) => slug);
}

const page = async (path: string) => (await fetch(world.siteUrl + path)).text();

async function press(link: string, fields: Record<string, string>): Promise<void> {
  const response = await fetch(link, {
    method: 'POST',
    headers: { origin: world.siteUrl },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
}
