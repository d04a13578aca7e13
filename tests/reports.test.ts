import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MailedWorld, startMailedWorld } from './world/mailed-world.ts';
import { openPanel } from './world/panel.ts';
import { newestMail, postForm, sendConfirmed } from './world/posting.ts';

let mailed: MailedWorld;
let world: MailedWorld['world'];
let smtp: MailedWorld['smtp'];
let database: MailedWorld['database'];

beforeAll(async () => {
  mailed = await startMailedWorld('reports');
  ({ world, smtp, database } = mailed);
});
afterAll(async () => {
  await mailed?.[Symbol.asyncDispose]();
});

describe('an error in a listing', () => {
  test('is reported from its page without an address, waits at once, and the visitor reads what happens next', async () => {
    const listing = await (await fetch(`${world.siteUrl}/ressources/cetic`)).text();
    expect(listing).toContain('href="/signaler/fiche/cetic"');
    const response = await report('fiche/cetic', { cause: 'brokenLink', text: 'Le site a déménagé.' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/signaler/merci']);
    const thanks = await fetch(`${world.siteUrl}/signaler/merci`);
    expect(await thanks.text()).toContain('L’animation va le lire');
    expect(thanks.headers.get('set-cookie')).toBeNull();
    expect(await stored('Le site a déménagé.')).toMatchObject({ state: 'pending', kind: 'listing', name: 'CETIC' });
  });

  test('leaves the listing as it is when it is dealt with, and its reporter is answered', async () => {
    const email = 'temoin@exemple.example';
    await report('fiche/agoria', { cause: 'other', text: 'Le résumé est daté.', email });
    const before = await (await fetch(`${world.cmsUrl}/api/resources/resources/agoria`)).text();
    await decide('Le résumé est daté.', { decision: 'approved' });
    expect(await (await fetch(`${world.cmsUrl}/api/resources/resources/agoria`)).text()).toBe(before);
    expect((await newestMail(smtp, email, 1)).text).toContain('a traité votre signalement');
  });

  test('is told to be without consequence, and why', async () => {
    const email = 'insistant@exemple.example';
    await report('fiche/agoria', { cause: 'wrong', text: 'Ce n’est pas une fédération.', email });
    await decide('Ce n’est pas une fédération.', { decision: 'refused', reason: 'C’en est bien une.' });
    const { text } = await newestMail(smtp, email, 1);
    expect(text).toContain('n’y donne pas suite');
    expect(text).toContain('C’en est bien une.');
  });

  test('is kept once when one visitor sends it twice, and weighs more when two visitors do', async () => {
    const said = { kind: 'listing', key: 'sirris', cause: 'gone', locale: 'fr' };
    for (const visitor of ['203.0.113.1', '203.0.113.1', '203.0.113.2'])
      expect((await sendFrom(visitor, said)).status).toBe(202);
    const { rowCount } = await database.query(`SELECT 1 FROM reports_reports WHERE path = '/ressources/sirris'`);
    expect(rowCount).toBe(2);
  });

  test.each([
    [{ cause: '' }, 'Qu’est-ce qui ne va pas'],
    [{ cause: 'other', text: '' }, 'Précision ou correction proposée'],
    [{ cause: 'wrong', email: 'temoin@' }, 'nom@organisation.example'],
    [{ cause: 'insult' }, 'Qu’est-ce qui ne va pas'],
  ])('%j is sent back with what is wrong', async (fields, sentence) => {
    const response = await report('fiche/cetic', fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(sentence);
  });

  test.each(['fiche/nulle-part', 'commentaire/0123456789abcdef', 'page/charte'])(
    '%s is nothing that can be reported',
    async (address) => {
      expect((await fetch(`${world.siteUrl}/signaler/${address}`)).status).toBe(404);
      expect((await report(address, { cause: 'other', text: 'x' })).status).toBe(404);
    },
  );
});

describe('a comment', () => {
  test('that is reported stays until a moderator agrees; then it is nowhere, and its author is told why', async () => {
    const { key, email } = await publish('Vous êtes tous des ânes.');
    await report(`commentaire/${key}`, { cause: 'insult', text: 'Des ânes !' });
    expect(await charter()).toContain('Vous êtes tous des ânes.');
    await decide('Des ânes !', { decision: 'approved' });
    expect(await charter()).not.toContain('Vous êtes tous des ânes.');
    await expect.poll(() => sitePage('/charte')).not.toContain('Vous êtes tous des ânes.');
    const { subject, text } = await newestMail(smtp, email, 4);
    expect(subject).toBe('Votre commentaire n’est plus publié');
    expect(text).toContain('ce texte est injurieux');
  });

  test('stays where it is when the report is without consequence', async () => {
    const { key } = await publish('Je ne suis pas d’accord.');
    await report(`commentaire/${key}`, { cause: 'other', text: 'Il n’est pas d’accord.' });
    await decide('Il n’est pas d’accord.', { decision: 'refused', reason: 'C’est son droit.' });
    expect(await charter()).toContain('Je ne suis pas d’accord.');
  });
});

const report = (address: string, fields: Record<string, string>) =>
  postForm(world, `/signaler/${address}`, { website: '', ...fields });

function sendFrom(visitor: string, body: object): Promise<Response> {
  return fetch(`${world.cmsUrl}/api/reports/reports`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${world.secrets.SITE_TOKEN}`,
      'x-client-address': visitor,
    },
    body: JSON.stringify(body),
  });
}

async function stored(text: string): Promise<Record<string, unknown>> {
  const { rows } = await database.query<Record<string, unknown>>('SELECT * FROM reports_reports WHERE text = $1', [
    text,
  ]);
  return rows[0] ?? {};
}

async function decide(text: string, decision: object): Promise<void> {
  const { document_id: documentId } = await stored(text);
  const moderator = await openPanel(world, 'moderator');
  await moderator.send('POST', '/moderation/decisions', { uid: 'plugin::reports.report', documentId, ...decision });
}

async function publish(text: string): Promise<{ key: string; email: string }> {
  const email = `auteur-${text.length}@exemple.example`;
  await sendConfirmed(world, smtp, { email, text });
  const { rows } = await database.query<{ document_id: string; public_key: string }>(
    'SELECT document_id, public_key FROM comments_comments WHERE text = $1',
    [text],
  );
  const [{ document_id: documentId, public_key: key }] = rows as [(typeof rows)[number]];
  const moderator = await openPanel(world, 'moderator');
  const decision = { uid: 'plugin::comments.comment', documentId, decision: 'approved' };
  await moderator.send('POST', '/moderation/decisions', decision);
  await newestMail(smtp, email, 3);
  return { key, email };
}

const charter = async () => (await fetch(`${world.cmsUrl}/api/charter/charter`)).text();

const sitePage = async (address: string) => (await fetch(world.siteUrl + address)).text();
