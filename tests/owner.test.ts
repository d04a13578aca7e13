import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJobs, runJob } from './world/jobs.ts';
import { answersOf, askToken, mailTo, publishListing, type Published, sendAsSite } from './world/listings.ts';
import { confirmToken, linkIn } from './world/mailbox.ts';
import { type MailedWorld, startMailedWorld } from './world/mailed-world.ts';
import { openPanel } from './world/panel.ts';
import { collection } from './world/publishing.ts';
import { decide, undoDecision } from './world/moderating.ts';

let mailed: MailedWorld;
let world: MailedWorld['world'];
let smtp: MailedWorld['smtp'];
let database: MailedWorld['database'];
let boss: PgBoss;

beforeAll(async () => {
  mailed = await startMailedWorld('owner');
  ({ world, smtp, database } = mailed);
  boss = await openJobs(world);
});
afterAll(async () => {
  await boss?.stop();
  await mailed?.[Symbol.asyncDispose]();
});

describe('a listing that somebody sent', () => {
  test('belongs to them once it is approved, and readers see that they vouched for it', async () => {
    const { slug, documentId } = await publishListing(world, smtp, database, newListing('Propriété'));
    expect(await ownerOf(documentId)).toBe(emailOf('Propriété'));
    const { resource } = await readListing(slug);
    expect(resource).toMatchObject({ checkedAt: today(), checkedBy: 'Propriété', standing: 'current' });
  });

  test('is given to them once, at the next start, when it was approved before listings had owners', async () => {
    const { slug, documentId } = await publishListing(world, smtp, database, newListing('Ancienne'));
    const deleted = await publishListing(world, smtp, database, newListing('Disparue'));
    await database.query('DELETE FROM listings_upkeeps');
    await database.query('DELETE FROM listings_owners');
    await database.query(`DELETE FROM strapi_core_store_settings WHERE key = 'core_s-tetic_earlier-listings-owned'`);
    const panel = await openPanel(world, 'administrator');
    await panel.send('DELETE', `${collection('resources.resource')}/${deleted.documentId}?locale=*`);
    await restart();
    expect(await ownerOf(documentId)).toBe(emailOf('Ancienne'));
    expect(await ownerOf(deleted.documentId)).toBeUndefined();

    // Whoever has it next keeps it to nobody: it does not go back to who gave it away.
    const next = 'heritiere@exemple.example';
    await takeOver(await askToken(world, smtp, emailOf('Ancienne')), slug, next);
    expect(await ownerOf(documentId)).toBe(next);
    await eraseKeepingListings(next);
    await restart();
    expect(await ownerOf(documentId)).toBeUndefined();
    expect((await readListing(slug)).resource).toMatchObject({ name: 'Ancienne' });
  });

  async function restart() {
    await world.stopCms();
    await world.startCms();
  }

  /** Hands a listing over to another address, which accepts it. */
  async function takeOver(token: string, slug: string, email: string) {
    await sendAsSite(world, '/listings/handovers', { locale: 'fr', token, slug, email });
    await press(linkIn((await mailTo(smtp, email, /Ancienne/)).text!));
  }

  async function eraseKeepingListings(email: string) {
    await sendAsSite(world, '/personal-data/requests', { locale: 'fr', email });
    const link = linkIn((await mailTo(smtp, email, /données/)).text!);
    const erasure = { locale: 'fr', token: link.split('/').at(-1), listings: 'keep' };
    expect((await sendAsSite(world, '/personal-data/erasures', erasure)).status).toBe(202);
  }
});

describe('the link of an owner', () => {
  test('is asked for in the same way, at the same cost, whether the address is known or not', async () => {
    await publishListing(world, smtp, database, newListing('Lien'));
    const known = await sendAsSite(world, '/listings/links', { locale: 'fr', email: emailOf('Lien').toUpperCase() });
    const unknown = await sendAsSite(world, '/listings/links', { locale: 'fr', email: 'inconnue@exemple.example' });
    expect(unknown).toEqual(known);
    expect(known).toMatchObject({ status: 202, body: { mail: 'sent' } });
    await mailTo(smtp, emailOf('Lien'), /lien pour gérer/);
    expect(smtp.to('inconnue@exemple.example')).toEqual([]);
    const { rows } = await database.query(`SELECT 1 FROM jobs.job WHERE data::text LIKE '%inconnue%'`);
    expect(rows).toEqual([]);
  });

  test('opens a page that lists their listings, tells nobody’s address, and changes nothing however often it is opened', async () => {
    const { slug, documentId } = await publishListing(world, smtp, database, newListing('Ouverte'));
    const token = await askToken(world, smtp, emailOf('Ouverte'));
    const before = await stored(documentId);
    for (let time = 0; time < 2; time += 1) {
      const response = await fetch(`${world.siteUrl}/ressources/gerer/${token}`);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain('Elle est toujours exacte');
      expect(html).not.toContain('exemple.example');
      expect(response.headers.get('cache-control')).toBe('no-store');
      for (const page of ['modifier', 'supprimer', 'transmettre'])
        expect((await fetch(`${world.siteUrl}/ressources/gerer/${token}/${slug}/${page}`)).status).toBe(200);
    }
    expect(await stored(documentId)).toEqual(before);
  });

  test('says that it has expired, and opens nothing of others', async () => {
    const { slug } = await publishListing(world, smtp, database, newListing('Étrangère'));
    await publishListing(world, smtp, database, newListing('Expirée'));
    const token = await askToken(world, smtp, emailOf('Expirée'));
    expect((await act(token, slug, 'suspend')).status).toBe(404);
    await database.query(`UPDATE links_links SET expires_at = now() WHERE purpose = 'manage'`);
    const page = await fetch(`${world.siteUrl}/ressources/gerer/${token}`);
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('Ce lien a expiré');
  });
});

describe('by their link an owner', () => {
  test('confirms, and chooses a rhythm', async () => {
    const { slug, documentId } = await publishListing(world, smtp, database, newListing('Rythmée'));
    await database.query(`UPDATE resources_resources SET checked_at = '2020-01-01' WHERE document_id = $1`, [
      documentId,
    ]);
    const token = await askToken(world, smtp, emailOf('Rythmée'));
    expect(await act(token, slug, 'confirm')).toMatchObject({ status: 202 });
    expect((await readListing(slug)).resource).toMatchObject({ checkedAt: today(), checkedBy: 'Rythmée' });
    expect(await act(token, slug, 'rhythm', { rhythm: 12 })).toMatchObject({ status: 202 });
    const { rows } = await database.query<{ due: string; rhythm: number }>(
      `SELECT to_char(due_at, 'YYYY-MM-DD') AS due, rhythm FROM listings_upkeeps WHERE listing = $1`,
      [documentId],
    );
    expect(rows).toEqual([{ due: `${Number(today().slice(0, 4)) + 1}${today().slice(4)}`, rhythm: 12 }]);
    expect((await act(token, slug, 'rhythm', { rhythm: 5 })).status).toBe(422);
  });

  test('suspends, and puts back: nothing is lost', async () => {
    const { slug } = await publishListing(world, smtp, database, newListing('Suspendue'));
    const before = (await readListing(slug)).resource;
    const token = await askToken(world, smtp, emailOf('Suspendue'));
    await act(token, slug, 'suspend');
    expect((await fetch(`${world.cmsUrl}/api/resources/resources/${slug}`)).status).toBe(404);
    expect(await holdings(token)).toMatchObject([{ slug, visibility: 'suspended' }]);
    await act(token, slug, 'restore');
    expect((await readListing(slug)).resource).toEqual({ ...before, updatedAt: expect.any(String) });
  });

  test('suspends what readers have, not what staff are drafting: that stays a draft when the listing comes back', async () => {
    const listing = await publishListing(world, smtp, database, newListing('Entamée'));
    const panel = await openPanel(world, 'editor');
    const address = `${collection('resources.resource')}/${listing.documentId}?locale=fr`;
    await panel.send('PUT', address, { summary: 'Un résumé inachevé.' });
    const before = (await readListing(listing.slug)).resource;
    const token = await askToken(world, smtp, emailOf('Entamée'));
    await act(token, listing.slug, 'suspend');
    await panel.send('PUT', address, { description: 'Une présentation inachevée.' });
    await revise(token, listing, 'Entamée', { website: 'https://entamee.example', summary: 'Un résumé inachevé.' });
    const accepted = { decision: 'approved', fields: ['website'] };
    await decide(world, 'plugin::listings.revision', await waitingFor(listing), accepted);
    await act(token, listing.slug, 'restore');
    const { resource } = await readListing(listing.slug);
    expect(resource).toMatchObject({ summary: before['summary'], website: 'https://entamee.example' });
    expect(resource).not.toHaveProperty('description');
    const { data } = await panel.send<{ data: object }>('GET', address);
    expect(data).toMatchObject({ summary: 'Un résumé inachevé.', description: 'Une présentation inachevée.' });
  });

  test('cannot put back what staff took off the site, and reads that they did', async () => {
    const { slug, documentId } = await publishListing(world, smtp, database, newListing('Retirée'));
    const moderator = await openPanel(world, 'moderator');
    const address = `${collection('resources.resource')}/${documentId}`;
    await moderator.send('POST', `${address}/actions/unpublish?locale=fr`, {});
    const token = await askToken(world, smtp, emailOf('Retirée'));
    expect(await holdings(token)).toMatchObject([{ slug, visibility: 'withdrawn' }]);
    const page = await (await fetch(`${world.siteUrl}/ressources/gerer/${token}`)).text();
    expect(page).toContain('L’animation a retiré cette fiche du site');
    expect(page).not.toContain('value="restore"');
    for (const action of ['restore', 'suspend', 'restore']) expect((await act(token, slug, action)).status).toBe(409);
    expect((await fetch(`${world.cmsUrl}/api/resources/resources/${slug}`)).status).toBe(404);

    await moderator.send('POST', `${address}/actions/publish?locale=fr`, {});
    expect(await holdings(token)).toMatchObject([{ slug, visibility: 'public' }]);
  });

  test('deletes, for good', async () => {
    const { slug, documentId } = await publishListing(world, smtp, database, newListing('Supprimée'));
    const token = await askToken(world, smtp, emailOf('Supprimée'));
    await act(token, slug, 'remove');
    expect((await fetch(`${world.cmsUrl}/api/resources/resources/${slug}`)).status).toBe(404);
    for (const table of ['resources_resources', 'listings_upkeeps'])
      expect(await count(table, table === 'listings_upkeeps' ? 'listing' : 'document_id', documentId)).toBe(0);
    expect(await holdings(token)).toEqual([]);
    await runJob(boss, 'listings.keepUp', new Date());
    expect(await count('listings_owners', 'email', emailOf('Supprimée'))).toBe(0);
  });

  test('hands over to another address, which takes over by a link of its own, once', async () => {
    const { slug, documentId } = await publishListing(world, smtp, database, newListing('Transmise'));
    const token = await askToken(world, smtp, emailOf('Transmise'));
    const next = 'suivante@exemple.example';
    const invitation = { locale: 'fr', token, slug, email: next };
    expect(await sendAsSite(world, '/listings/handovers', invitation)).toMatchObject({ status: 202 });
    const link = linkIn((await mailTo(smtp, next, /Transmise/)).text!);
    expect(await (await fetch(link)).text()).toContain('Reprendre cette fiche');
    expect(await ownerOf(documentId)).toBe(emailOf('Transmise'));
    const accepted = await Promise.all([press(link), press(link)]);
    expect(accepted.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await ownerOf(documentId)).toBe(next);
    await mailTo(smtp, emailOf('Transmise'), /a été reprise/);
    expect(await holdings(token)).toEqual([]);
  });
});

describe('an edit is a proposal', () => {
  const uid = 'plugin::listings.revision';

  test('that changes nothing in public until it is accepted, and then only what was accepted', async () => {
    const listing = await publishListing(world, smtp, database, newListing('Proposée'));
    const before = (await readListing(listing.slug)).resource;
    const token = await askToken(world, smtp, emailOf('Proposée'));
    const changes = { summary: 'Un autre atelier.', zones: ['liege'], website: 'https://proposee.example' };
    expect(await revise(token, listing, 'Proposée', changes)).toEqual({ outcome: 'edit' });
    expect((await readListing(listing.slug)).resource).toEqual(before);

    await decide(world, uid, await waitingFor(listing), { decision: 'approved', fields: ['summary', 'zones'] });
    const { resource } = await readListing(listing.slug);
    expect(resource).toMatchObject({ summary: 'Un autre atelier.', zones: [{ slug: 'liege' }] });
    expect(resource).not.toHaveProperty('website');
    expect((await mailTo(smtp, emailOf('Proposée'), /sont en ligne/)).text).toContain('accepté une partie');
  });

  test('a second edit starts from the first and replaces it; nobody accepts what they have not seen', async () => {
    const listing = await publishListing(world, smtp, database, newListing('Deux fois'));
    const token = await askToken(world, smtp, emailOf('Deux fois'));
    await revise(token, listing, 'Deux fois', { summary: 'Première proposition.' });
    const first = await waitingFor(listing);
    const { body: draft } = await sendAsSite(world, '/listings/drafts', { locale: 'fr', token, slug: listing.slug });
    expect(draft).toMatchObject({ answers: { summary: 'Première proposition.' }, revisedAt: expect.any(String) });

    await revise(token, listing, 'Deux fois', {
      summary: 'Première proposition.',
      description: 'Et une présentation.',
    });
    await expect(decide(world, uid, first, { decision: 'approved' })).rejects.toThrow('404');
    await decide(world, uid, await waitingFor(listing), { decision: 'approved' });
    expect((await readListing(listing.slug)).resource).toMatchObject({
      summary: 'Première proposition.',
      description: 'Et une présentation.',
    });
  });

  test('leaves what staff are drafting a draft', async () => {
    const listing = await publishListing(world, smtp, database, newListing('Brouillon'));
    const panel = await openPanel(world, 'editor');
    const address = `${collection('resources.resource')}/${listing.documentId}?locale=fr`;
    await panel.send('PUT', address, { description: 'Un brouillon de l’équipe.' });
    const token = await askToken(world, smtp, emailOf('Brouillon'));
    await revise(token, listing, 'Brouillon', { summary: 'Un résumé neuf.' });
    await decide(world, uid, await waitingFor(listing), { decision: 'approved' });
    const { resource } = await readListing(listing.slug);
    expect(resource).toMatchObject({ summary: 'Un résumé neuf.' });
    expect(resource).not.toHaveProperty('description');
    const { data } = await panel.send<{ data: object }>('GET', address);
    expect(data).toMatchObject({ summary: 'Un résumé neuf.', description: 'Un brouillon de l’équipe.' });
  });

  test('that changes nothing is not sent, and one that is refused is answered with the reason', async () => {
    const listing = await publishListing(world, smtp, database, newListing('Refusée'));
    const token = await askToken(world, smtp, emailOf('Refusée'));
    expect(await revise(token, listing, 'Refusée', {})).toEqual({ outcome: 'same' });
    const before = (await readListing(listing.slug)).resource;
    await revise(token, listing, 'Refusée', { name: 'Autre chose' });
    await decide(world, uid, await waitingFor(listing), { decision: 'refused', reason: 'Gardez votre nom.' });
    expect((await mailTo(smtp, emailOf('Refusée'), /pas retenues/)).text).toContain('Gardez votre nom.');
    expect((await readListing(listing.slug)).resource).toEqual(before);
  });

  test('whose acceptance is taken back leaves the listing as it was, tells its owner, and can be decided again', async () => {
    const listing = await publishListing(world, smtp, database, newListing('Reprise'));
    const before = (await readListing(listing.slug)).resource;
    const token = await askToken(world, smtp, emailOf('Reprise'));
    await revise(token, listing, 'Reprise', { summary: 'Un résumé accepté trop vite.', zones: ['liege'] });
    const revision = await waitingFor(listing);
    await decide(world, uid, revision, { decision: 'approved' });
    expect((await readListing(listing.slug)).resource).toMatchObject({ summary: 'Un résumé accepté trop vite.' });

    await undoDecision(world, revision);
    expect((await readListing(listing.slug)).resource).toEqual({ ...before, updatedAt: expect.any(String) });
    expect((await mailTo(smtp, emailOf('Reprise'), /de nouveau à l’examen/)).text).toContain('comme avant');
    expect(await waitingFor(listing)).toBe(revision);
    await decide(world, uid, revision, { decision: 'approved', fields: ['zones'] });
    const { resource } = await readListing(listing.slug);
    expect(resource).toMatchObject({ summary: before['summary'], zones: [{ slug: 'liege' }] });
  });
});

describe('a listing that nobody manages', () => {
  const claim = { locale: 'fr', slug: 'agoria', message: 'Je dirige le bureau de Charleroi.' };
  const uid = 'plugin::listings.claim';

  test('goes to a moderator when the address says nothing of the organisation', async () => {
    const email = 'quelqu-un@gmail.com';
    expect(await sendAsSite(world, '/listings/claims', { ...claim, email })).toMatchObject({ status: 202 });
    await confirmClaim(email);
    const { rows } = await database.query<{ id: string; state: string }>(
      'SELECT document_id AS id, state FROM listings_claims WHERE email = $1',
      [email],
    );
    expect(rows).toMatchObject([{ state: 'pending' }]);
    await decide(world, uid, rows[0]!.id, { decision: 'refused', reason: 'Écrivez depuis votre organisation.' });
    expect((await mailTo(smtp, email, /pas retenue/)).text).toContain('Écrivez depuis votre organisation.');
  });

  test('is taken back from whom it was given to by mistake, and is nobody’s again', async () => {
    const email = 'trop-vite@gmail.com';
    const before = (await readListing('sirris')).resource;
    await sendAsSite(world, '/listings/claims', { ...claim, slug: 'sirris', email });
    await confirmClaim(email);
    const { rows } = await database.query<{ id: string; listing: string }>(
      'SELECT document_id AS id, listing FROM listings_claims WHERE email = $1',
      [email],
    );
    const { id, listing } = rows[0]!;
    await decide(world, uid, id, { decision: 'approved' });
    const token = linkIn((await mailTo(smtp, email, /est à vous/)).text!)
      .split('/')
      .at(-1)!;
    expect(await holdings(token)).toMatchObject([{ slug: 'sirris' }]);

    await undoDecision(world, id);
    expect(await ownerOf(listing)).toBeUndefined();
    expect(await count('listings_owners', 'email', email)).toBe(0);
    expect((await act(token, 'sirris', 'remove')).status).toBe(404);
    expect((await readListing('sirris')).resource).toEqual({ ...before, updatedAt: expect.any(String) });
    await mailTo(smtp, email, /de nouveau à l’examen/);
  });

  test('is at once theirs whose address is on its own domain, once they confirm it', async () => {
    const { resource } = await readListing('agoria');
    const email = `accueil@${new URL(String(resource['website'])).hostname.replace(/^www\./, '')}`;
    expect(resource).toMatchObject({ origin: 'demonstration' });
    await sendAsSite(world, '/listings/claims', { ...claim, email });
    const { rows: unproven } = await database.query(
      'SELECT 1 FROM listings_upkeeps WHERE listing IN (SELECT listing FROM listings_claims)',
    );
    expect(unproven).toEqual([]);
    await confirmClaim(email);
    const link = linkIn((await mailTo(smtp, email, /est à vous/)).text!);
    expect(await holdings(link.split('/').at(-1)!)).toMatchObject([{ slug: 'agoria' }]);
    expect((await readListing('agoria')).resource).toMatchObject({ origin: 'provider' });
    const again = await sendAsSite(world, '/listings/claims', { ...claim, email: 'autre@exemple.example' });
    expect(again.status).toBe(409);
  });

  test('that was given by its domain alone is in the journal, where a moderator takes it back', async () => {
    const { id, listing } = await claimOf('accueil@agoria.be');
    const moderator = await openPanel(world, 'moderator');
    const { entries } = await moderator.send<{ entries: object[] }>('GET', '/moderation/journal');
    expect(entries).toContainEqual(
      expect.objectContaining({
        documentId: id,
        who: 'S-tetic, d’après l’adresse e-mail',
        decision: 'approved',
        title: 'Agoria',
        canBeUndone: true,
      }),
    );
    await undoDecision(world, id);
    expect(await ownerOf(listing)).toBeUndefined();
    expect((await readListing('agoria')).resource).toMatchObject({ origin: 'demonstration' });
  });

  test('waits for a moderator when the address is only below its domain', async () => {
    const email = 'x@student.agoria.be';
    await sendAsSite(world, '/listings/claims', { ...claim, email });
    await confirmClaim(email);
    const { id, state } = await claimOf(email);
    expect(state).toBe('pending');
    const moderator = await openPanel(world, 'moderator');
    const { flags } = await moderator.send<{ flags: string[] }>('GET', `/moderation/waiting/${uid}/${id}`);
    expect(flags).toEqual(['L’adresse e-mail (student.agoria.be) n’est pas du domaine de la fiche (agoria.be).']);
  });

  async function claimOf(email: string): Promise<{ id: string; listing: string; state: string }> {
    const { rows } = await database.query<{ id: string; listing: string; state: string }>(
      'SELECT document_id AS id, listing, state FROM listings_claims WHERE email = $1',
      [email],
    );
    return rows[0]!;
  }

  async function confirmClaim(email: string) {
    await confirmToken(
      world,
      linkIn((await mailTo(smtp, email, /Confirmez/)).text!)
        .split('/')
        .at(-1)!,
    );
  }
});

describe('before anything is stored, the form', () => {
  test('is told of the listings with nearly the same name, or on the same site', async () => {
    const website = 'https://www.ressemblante.example/accueil';
    await publishListing(world, smtp, database, { ...newListing('Société ressemblante'), website });
    const near = (answers: object) =>
      sendAsSite(world, '/resources/previews', answersOf({ email: 'x@exemple.example', ...answers }));
    const found = { name: 'Société ressemblante', isOwned: true };
    expect((await near({ name: 'SOCIETE RESSEMBLANTES' })).body).toMatchObject({ near: [{ ...found, why: 'name' }] });
    expect((await near({ name: 'Tout autre nom', website: 'http://ressemblante.example' })).body).toMatchObject({
      near: [{ ...found, why: 'website' }],
    });
    expect((await near({ name: 'Zygomatique' })).body).toEqual({ near: [] });
    expect(await count('resources_submissions', 'name', 'SOCIETE RESSEMBLANTES')).toBe(0);
  });
});

const today = () => new Date().toISOString().slice(0, 10);

/** `emailOf('Deux fois')` // => 'deux-fois@exemple.example' */
const emailOf = (name: string) =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '-')}@exemple.example`;

const newListing = (name: string) => ({ name, email: emailOf(name) });

async function readListing(slug: string): Promise<{ resource: Record<string, unknown> }> {
  const response = await fetch(`${world.cmsUrl}/api/resources/resources/${slug}`);
  expect(response.status).toBe(200);
  return (await response.json()) as { resource: Record<string, unknown> };
}

const act = (token: string, slug: string, action: string, chosen: object = {}) =>
  sendAsSite(world, '/listings/actions', { locale: 'fr', token, slug, action, ...chosen });

async function holdings(token: string): Promise<object[]> {
  const { body } = await sendAsSite<{ listings: object[] }>(world, '/listings/holdings', { locale: 'fr', token });
  return body.listings;
}

async function revise(token: string, { slug }: Published, name: string, changes: object): Promise<unknown> {
  const answers = answersOf({ name, token, slug, ...changes });
  const { status, body } = await sendAsSite(world, '/listings/revisions', answers);
  expect(status).toBe(202);
  return body;
}

async function waitingFor({ documentId }: Published): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT document_id AS id FROM listings_revisions WHERE listing = $1 AND state = 'pending'`,
    [documentId],
  );
  expect(rows).toHaveLength(1);
  return rows[0]!.id;
}

async function ownerOf(listing: string): Promise<string | undefined> {
  const { rows } = await database.query<{ email: string }>(
    `SELECT email FROM listings_upkeeps AS upkeep JOIN listings_owners AS owner ON owner.document_id = upkeep.owner
    WHERE listing = $1`,
    [listing],
  );
  return rows[0]?.email;
}

async function stored(listing: string): Promise<unknown> {
  const { rows } = await database.query(
    `SELECT upkeep::text FROM listings_upkeeps AS upkeep WHERE listing = $1
    UNION ALL SELECT resource::text FROM resources_resources AS resource WHERE document_id = $1 ORDER BY 1`,
    [listing],
  );
  return rows;
}

async function count(table: string, column: string, value: string): Promise<number> {
  const { rows } = await database.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [value]);
  return rows.length;
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
