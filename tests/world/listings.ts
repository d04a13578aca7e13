import { expect } from 'vitest';
import type pg from 'pg';
import { confirmToken, linkIn } from './mailbox.ts';
import { decide } from './moderating.ts';
import { postAsSite } from './post-as-site.ts';
import type { Smtp } from './smtp.ts';
import type { WorldAddresses } from './world.ts';

/** What a provider may say of an organisation, the same but for what is given. */
export const answersOf = (given: Record<string, unknown> = {}) => ({
  locale: 'fr',
  name: 'Atelier des possibles',
  kind: 'private',
  languages: ['fr'],
  zones: ['namur'],
  summary: 'Un atelier.',
  experiences: [{ stepNumber: 3, text: 'Des ventes en commun.' }],
  ...given,
});

/** Hands something over to the CMS, as the site does. */
export async function sendAsSite<Answer = Record<string, unknown>>(
  world: WorldAddresses,
  path: string,
  body: object,
): Promise<{ status: number; queries: number; body: Answer }> {
  const response = await postAsSite(world, path, body);
  const queries = Number(/sql;desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1]);
  return { status: response.status, queries, body: (await response.json()) as Answer };
}

export interface Published {
  slug: string;
  documentId: string;
}

/** A listing that somebody sent, confirmed and saw approved. */
export async function publishListing(
  world: WorldAddresses,
  smtp: Smtp,
  database: pg.Client,
  answers: { name: string; email: string } & Record<string, unknown>,
): Promise<Published> {
  const { status } = await sendAsSite(world, '/resources/submissions', answersOf(answers));
  expect(status).toBe(202);
  const { text } = await mailTo(smtp, answers.email, /Confirm/);
  await confirmToken(world, linkIn(text!).split('/').at(-1)!);
  const { rows: sent } = await database.query<{ id: string }>(
    'SELECT document_id AS id FROM resources_submissions WHERE name = $1',
    [answers.name],
  );
  await decide(world, 'plugin::resources.submission', sent[0]!.id, { decision: 'approved' });
  const { rows } = await database.query<Published>(
    `SELECT slug, document_id AS "documentId" FROM resources_resources
    WHERE name = $1 AND locale = 'fr' AND published_at IS NOT NULL`,
    [answers.name],
  );
  return rows[0]!;
}

/** The newest mail to an address whose subject is like that, once it has arrived. */
export async function mailTo(smtp: Smtp, email: string, subject: RegExp) {
  const found = () => smtp.to(email).filter((mail) => subject.test(mail.subject ?? ''));
  await expect.poll(() => found().length, { timeout: 15_000 }).toBeGreaterThan(0);
  return found().at(-1)!;
}

/** The token of the link by which an owner manages their listings, as it is mailed to them. */
export async function askToken(world: WorldAddresses, smtp: Smtp, email: string): Promise<string> {
  expect((await sendAsSite(world, '/listings/links', { locale: 'fr', email })).status).toBe(202);
  const { text } = await mailTo(smtp, email, /lien pour gérer/);
  return linkIn(text!).split('/').at(-1)!;
}
