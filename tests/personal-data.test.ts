import { readdirSync } from 'node:fs';
import { retention } from '@s-tetic/config/retention';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOf, askToken, sendAsSite } from './world/listings.ts';
import { linkIn } from './world/mailbox.ts';
import { type MailedWorld, startMailedWorld } from './world/mailed-world.ts';
import { decide } from './world/moderating.ts';
import { newestMail, postForm, sendConfirmed } from './world/posting.ts';
import { expectToldFirst } from './world/refused.ts';

const plugins = new URL('../cms/src/plugins/', import.meta.url);

interface Contract {
  name: string;
  contentTypes: Record<string, { plural: string; attributes: Record<string, { type: string; private?: boolean }> }>;
}

let mailed: MailedWorld;
let world: MailedWorld['world'];
let smtp: MailedWorld['smtp'];
let database: MailedWorld['database'];

beforeAll(async () => {
  mailed = await startMailedWorld('personal-data');
  ({ world, smtp, database } = mailed);
});
afterAll(async () => {
  await mailed?.[Symbol.asyncDispose]();
});

describe('whoever asks for the data of an address', () => {
  test('is answered alike whether it is known or not; only a known one is written to', async () => {
    const known = 'connue@exemple.example';
    await sendConfirmed(world, smtp, { email: known, text: 'Je suis passée.' });
    const answers = await Promise.all([ask(known), ask('inconnue@exemple.example')]);
    const [one, other] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
    expect(one).toEqual(other);
    await newestMail(smtp, known, 3);
    expect(smtp.to('inconnue@exemple.example')).toHaveLength(0);
    const { rowCount } = await database.query(`SELECT 1 FROM links_links WHERE subject LIKE 'inconnue%'`);
    expect(rowCount).toBe(0);
  });

  test('costs the same whether it is known or not, and no job holds the address', async () => {
    const known = 'retrouvee@exemple.example';
    await sendConfirmed(world, smtp, { email: known, text: 'Je suis repassée.' });
    const asked = (email: string) => sendAsSite(world, '/personal-data/requests', { locale: 'fr', email });
    const answers = [await asked(known), await asked('introuvable@exemple.example')];
    expect(answers[1]).toEqual(answers[0]);
    await newestMail(smtp, known, 3);
    const { rows } = await database.query<{ data: object }>(
      `SELECT data FROM jobs.job WHERE data::text ~ 'retrouvee|introuvable'`,
    );
    expect(rows).toEqual([]);
  });

  test('is told when what was typed is no address', async () => {
    const response = await ask('pas une adresse');
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('nom@organisation.example');
  });
});

describe('the link to the data of an address', () => {
  test('says what is kept and gives all of it by a button, whatever the case of the address, and nobody else’s', async () => {
    await sendConfirmed(world, smtp, { email: 'Zoe@exemple.example', text: 'Premier mot.' });
    await sendConfirmed(world, smtp, { email: 'z_e@exemple.example', text: 'D’une autre.' });
    await report('zoe@exemple.example', 'Une faute dans la fiche.');
    await askAbout('Premier mot.', 'De quelle étape parlez-vous ?');
    const link = await linkFor('zoe@exemple.example', 1);
    const page = await (await fetch(link)).text();
    for (const label of ['Commentaires', 'Signalements', 'Questions posées', 'Courriels'])
      expect(page).toContain(label);
    expect((await fetch(`${link}/copie`)).status).toBe(404);

    const response = await postForm(world, `${link}/copie`);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="s-tetic-.*\.json"$/);
    const copy = await response.text();
    expect(JSON.parse(copy)).toMatchObject({ email: 'zoe@exemple.example' });
    for (const said of ['Premier mot.', 'Une faute dans la fiche.', 'De quelle étape', 'Confirmez votre envoi'])
      expect(copy).toContain(said);
    for (const kept of ['D’une autre.', 'sealed', 'fingerprint', 'decidedBy']) expect(copy).not.toContain(kept);
  });

  test('gives what somebody proposed to change in their listing, with the experience that it tells', async () => {
    const email = 'relue@exemple.example';
    const slug = await publishListing(email, 'Atelier relu');
    const token = await askToken(world, smtp, email);
    const experiences = [{ stepNumber: 3, text: 'Des ventes, et des achats aussi.' }];
    const proposal = answersOf({ name: 'Atelier relu', token, slug, experiences });
    expect((await sendAsSite(world, '/listings/revisions', proposal)).status).toBe(202);

    const response = await postForm(world, `${await linkFor(email, 5)}/copie`);
    expect(response.status).toBe(200);
    const { kinds } = (await response.json()) as { kinds: { type: string; documents: object[] }[] };
    const revisions = kinds.find(({ type }) => type === 'listings.revision');
    expect(revisions?.documents).toMatchObject([{ experiences }]);
  });

  test('finds every type that holds the address of a sender, whichever feature offers it', async () => {
    const email = 'partout@exemple.example';
    const types = await typesWithAddresses();
    expect(types.length).toBeGreaterThan(4);
    for (const { table, column } of types)
      await database.query(
        `INSERT INTO ${table} (document_id, ${column}, created_at, updated_at, published_at) VALUES ($1, $2, now(), now(), now())`,
        [`partout-${table}`.slice(0, 24), email],
      );
    const page = await (await fetch(await linkFor(email, 1))).text();
    for (const { label } of types) expect(page).toContain(label);
  });

  test('works for a day, and says so afterwards', async () => {
    await sendConfirmed(world, smtp, { email: 'tard@exemple.example', text: 'Il est tard.' });
    const link = await linkFor('tard@exemple.example', 3);
    await database.query(`UPDATE links_links SET expires_at = now() WHERE purpose = 'data'`);
    expect(await (await fetch(link)).text()).toContain('Ce lien a expiré');
    expect((await postForm(world, `${link}/copie`)).status).toBe(404);
    await postForm(world, `${link}/effacer`);
    expect(await holds('tard@exemple.example')).toContain('comments_comments');
  });

  test('is a secret that nothing keeps', async () => {
    const { headers } = await fetch(`${world.siteUrl}/mes-donnees/${'a'.repeat(43)}`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('erasing', () => {
  test('leaves nothing of an address anywhere in the database but that a last mail left; what others answered stays', async () => {
    const email = 'oubliee@exemple.example';
    await sendConfirmed(world, smtp, { email, author: 'Zénobie', text: 'À oublier.', wantsReplies: 'yes' });
    const key = await approveComment('À oublier.');
    const witness = { cause: 'other', text: 'Est-ce bien ici ?', email: 'temoin@exemple.example', website: '' };
    await postForm(world, `/signaler/commentaire/${key}`, witness);
    await decideReport(witness.text, { decision: 'refused', reason: 'C’est bien ici.' });
    expect(await holds('Zénobie')).toContain('journal');
    await sendConfirmed(world, smtp, { email: 'autre@exemple.example', text: 'Je réponds.', inReplyTo: key });
    await approveComment('Je réponds.');
    await report(email, 'Rien à voir.');
    await newestMail(smtp, email, 4);
    const link = await linkFor(email, 5);
    expect(await (await fetch(`${link}/effacer`)).text()).toContain('Effacer pour de bon');
    expect(await holds(email)).toContain('comments_comments');

    const done = await postForm(world, `${link}/effacer`);
    expect(await done.text()).toContain('Tout est effacé');
    expect(await holds(email)).toEqual(['mail_mails']);
    for (const words of ['À oublier.', 'Zénobie']) expect(await holds(words)).toEqual([]);
    expect(await holds(witness.text)).toEqual(['reports_reports']);
    const last = await newestMail(smtp, email, 6);
    expect(last.subject).toBe('Vos données sont effacées');
    expect(last.text).not.toContain('/mes-donnees/');
    await expect.poll(() => charter()).not.toContain('À oublier.');
    expect(await charter()).toContain('Je réponds.');
    await expect.poll(() => sitePage('/charte')).toContain('Commentaire retiré');
    expect((await fetch(link)).status).toBe(404);
  });

  test('asks what becomes of public listings, and does that', async () => {
    for (const fate of ['keep', 'delete'] as const) {
      const email = `${fate}@exemple.example`;
      const slug = await publishListing(email, `Atelier ${fate}`);
      const link = await linkFor(email, 4);
      expect(await (await fetch(`${link}/effacer`)).text()).toContain(`Atelier ${fate}`);
      const unsaid = await postForm(world, `${link}/effacer`);
      expect(unsaid.status).toBe(422);
      await expectToldFirst(unsaid);
      expect(await holds(email)).toContain('resources_submissions');
      expect((await postForm(world, `${link}/effacer`, { listings: fate })).status).toBe(200);
      expect(await holds(email)).toEqual(['mail_mails']);
      const { status } = await fetch(`${world.cmsUrl}/api/resources/resources/${slug}`);
      expect(status).toBe(fate === 'keep' ? 200 : 404);
    }
  });
});

test('the privacy page tells each rule with the value that the jobs go by, and leads to the data', async () => {
  const page = parse(await sitePage('/vie-privee'));
  const told = page.querySelectorAll('.retention td').map(({ text }) => Number(/^(\d+) jours?$/.exec(text)?.[1]));
  expect(told).toEqual(Object.values(retention));
  expect(page.querySelector('main a[href="/mes-donnees"]')).not.toBeNull();
});

const ask = (email: string) => postForm(world, '/mes-donnees', { email, website: '' });

/** Asks for the link, which is the mail number `count` to the address. */
async function linkFor(email: string, count: number): Promise<string> {
  await ask(email);
  return linkIn((await newestMail(smtp, email, count)).text!);
}

const report = (email: string, text: string) =>
  postForm(world, '/signaler/fiche/cetic', { cause: 'wrong', text, email, website: '' });

const approveComment = (text: string) => decideOf(text, { decision: 'approved' });

const askAbout = (text: string, reason: string) => decideOf(text, { decision: 'asked', reason });

/** Decides of a comment. @returns its public key */
async function decideOf(text: string, decision: object): Promise<string> {
  const { rows } = await database.query<{ document_id: string; public_key: string }>(
    'SELECT document_id, public_key FROM comments_comments WHERE text = $1',
    [text],
  );
  const [{ document_id: documentId, public_key: key }] = rows as [(typeof rows)[number]];
  await decide(world, 'plugin::comments.comment', documentId, decision);
  return key;
}

async function decideReport(text: string, decision: object): Promise<void> {
  const { rows } = await database.query<{ id: string }>(
    'SELECT document_id AS id FROM reports_reports WHERE text = $1',
    [text],
  );
  await decide(world, 'plugin::reports.report', rows[0]!.id, decision);
}

/** @returns the end of the address of the listing */
async function publishListing(email: string, name: string): Promise<string> {
  const submission = {
    locale: 'fr',
    name,
    kind: 'private',
    languages: ['fr'],
    zones: ['namur'],
    summary: 'Un atelier.',
    experiences: [{ stepNumber: 3, text: 'Des ventes.' }],
    email,
  };
  await fetch(`${world.cmsUrl}/api/resources/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${world.secrets.SITE_TOKEN}` },
    body: JSON.stringify(submission),
  });
  await postForm(world, linkIn((await newestMail(smtp, email, 1)).text!));
  await newestMail(smtp, email, 2);
  const { rows } = await database.query<{ document_id: string }>(
    'SELECT document_id FROM resources_submissions WHERE email = $1',
    [email],
  );
  await decide(world, 'plugin::resources.submission', rows[0]!.document_id, { decision: 'approved' });
  await newestMail(smtp, email, 3);
  return name.toLowerCase().replace(' ', '-');
}

/** Every type that holds the address of a sender, as the contracts say. */
async function typesWithAddresses(): Promise<{ table: string; column: string; label: string }[]> {
  const contracts = await Promise.all(
    readdirSync(plugins).map(
      async (name) => ((await import(new URL(`${name}/contract.ts`, plugins).href)) as { contract: Contract }).contract,
    ),
  );
  return contracts.flatMap(({ name, contentTypes }) =>
    Object.entries(contentTypes).flatMap(([type, { plural, attributes }]) =>
      Object.entries(attributes)
        .filter(([, attribute]) => attribute.type === 'email' && attribute.private)
        .map(([attribute]) => ({ table: snakeCase(`${name}_${type}s`), column: snakeCase(attribute), label: plural })),
    ),
  );
}

/** snakeCase('nextEmail') // => 'next_email', as Strapi names what it stores. */
const snakeCase = (name: string) => name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The tables of the database, of whatever schema, in a row of which some words are. */
async function holds(words: string): Promise<string[]> {
  const { rows } = await database.query<{ schema: string; name: string }>(
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 2`,
  );
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const { rowCount } = await database.query(
      `SELECT 1 FROM "${schema}"."${name}" AS row WHERE row::text ILIKE '%' || $1 || '%' LIMIT 1`,
      [words],
    );
    if (rowCount) found.push(name);
  }
  return found;
}

const charter = async () => (await fetch(`${world.cmsUrl}/api/charter/charter`)).text();

const sitePage = async (address: string) => (await fetch(world.siteUrl + address)).text();
