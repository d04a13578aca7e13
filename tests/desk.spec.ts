import { expect, type Page, test } from '@playwright/test';
import { findViolations } from './world/axe.ts';
import { logIn } from './world/log-in.ts';
import { confirmAddress } from './world/mailbox.ts';
import { openPanel } from './world/panel.ts';
import { postAsSite } from './world/post-as-site.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();
const { siteUrl, cmsUrl } = world;

let page: Page;

// One login for all: the CMS counts them. A browser that speaks English: the panel is French for everyone.
test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-US' });
  page = await context.newPage();
  await logIn(page, world, 'moderator');
});
test.beforeEach(emptyDesk);
test.afterAll(() => page.context().close());

test('a moderator is told on the panel’s home how much waits', async () => {
  await sendComment('Zoé');
  await page.goto(`${cmsUrl}/admin`);
  await page.getByText('envoi attend', { exact: true }).waitFor();
  await expect(page.getByText('Commentaires : 1')).toBeVisible();
});

test('a moderator decides with the mouse, and must say why they refuse', async () => {
  const approved = `Un commentaire <b>approuvé d’un clic</b>, ${Date.now()}.`;
  const refused = `Un commentaire refusé, ${Date.now()}.`;
  await sendComment('Ada', approved);
  await sendComment('Bea', refused);
  await openDesk();

  await expect(itemOf()).toContainText(approved);
  await expect(itemOf()).toContainText('Concerne la page');
  await expect(itemOf()).toContainText(/Langue\s*français/);
  await itemOf().getByRole('button', { name: 'Approuver' }).click();
  await expect(statusOf()).toContainText('« Ada » est approuvé');

  await expect(itemOf()).toContainText(refused);
  await itemOf().getByRole('button', { name: 'Refuser' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Refuser' }).click();
  await expect(dialog).toContainText('Dites pourquoi');
  await dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Hors sujet' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue(/sans rapport avec la page/);
  await dialog.getByRole('button', { name: 'Refuser' }).click();
  await expect(page.getByText('Rien n’attend de décision')).toBeVisible();

  await expect(async () => {
    await page.goto(`${siteUrl}/definition-du-cluster`);
    await expect(page.getByText(approved)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await expect(page.getByText(refused)).toHaveCount(0);
});

test('a moderator decides without leaving the keyboard, and takes a decision back', async () => {
  for (const author of ['Cléo', 'Dora', 'Elsa', 'Fanny']) await sendComment(author);
  await openDesk();
  await expect(itemOf()).toContainText('Cléo');
  await page.keyboard.press('j');
  await expect(itemOf()).toContainText('Dora');
  await page.keyboard.press('k');
  await expect(itemOf()).toContainText('Cléo');
  await page.keyboard.press('ArrowDown');
  await expect(itemOf()).toContainText('Dora');
  await page.keyboard.press('ArrowUp');
  await expect(itemOf()).toContainText('Cléo');

  await page.keyboard.press('a');
  await expect(statusOf()).toContainText('« Cléo » est approuvé');
  await expect(itemOf()).toContainText('Dora');
  await page.keyboard.press('u');
  await expect(statusOf()).toContainText('La décision est annulée');
  await expect(rows()).toHaveCount(4);

  await page.keyboard.press('s');
  await expect(statusOf()).toContainText('indésirables');
  await expect(itemOf()).toContainText('Dora');
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByRole('textbox').pressSequentially('jars du');
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('jars du');
  await page.keyboard.press('Escape');
  await expect(rows()).toHaveCount(3);
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByRole('textbox').fill('De quelle étape parlez-vous ?');
  await page.getByRole('dialog').getByRole('button', { name: 'Envoyer la question' }).click();
  await expect(rows()).toHaveCount(2);
  await page.getByRole('button', { name: /^Question posée/ }).click();
  await expect(itemOf()).toContainText('a posé une question');

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Les touches du clavier');
  await switchKeys();
  await page.getByRole('button', { name: /^Tout/ }).first().click();
  await expect(rows()).toHaveCount(2);
  await page.keyboard.press('s');
  await expect(rows()).toHaveCount(2);
  await page.getByRole('button', { name: 'Touches du clavier' }).click();
  await switchKeys();
  await page.keyboard.press('s');
  await expect(rows()).toHaveCount(1);
});

test('a moderator decides of many at once, and reads which one somebody else had decided', async () => {
  for (const author of ['Gina', 'Hana', 'Ines']) await sendComment(author);
  await openDesk();
  await expect(rows()).toHaveCount(3);
  const panel = await openPanel(world, 'administrator');
  const { items } = await panel.send<{ items: Waiting[] }>('GET', '/moderation/waiting');
  const { uid, documentId } = items.find(({ title }) => title === 'Hana')!;
  await panel.send('POST', '/moderation/decisions', { uid, documentId, decision: 'spam' });

  await page.getByRole('checkbox', { name: 'Tout cocher' }).click();
  const bar = page.getByRole('region', { name: '3 envois cochés' });
  await bar.getByRole('button', { name: 'Indésirable' }).click();
  const status = statusOf();
  await expect(status).toContainText('2 décisions sont enregistrées, une ne l’est pas');
  await expect(status).toContainText('Hana');
  await expect(status).toContainText('Administration S-tetic a déjà décidé');
  await expect(page.getByText('Rien n’attend de décision')).toBeVisible();
});

test('a moderator who agrees with a report is not told that it is public', async () => {
  const report = { kind: 'listing', key: 'sirris', locale: 'fr', cause: 'wrong', text: `Une erreur, ${Date.now()}.` };
  expect((await postAsSite(world, '/reports/reports', report)).status).toBe(202);
  await openDesk();
  await itemOf().getByRole('button', { name: 'Approuver' }).click();
  await expect(statusOf()).toContainText(/Le signalement .*Sirris.* est traité\./);
});

test('a moderator reads the journal, narrows it and undoes a decision there', async () => {
  const text = `Un texte du journal, ${Date.now()}.`;
  await sendComment('Jade', text);
  await openDesk();
  await itemOf().getByRole('button', { name: 'Approuver' }).click();
  await page.getByRole('tab', { name: 'Journal des décisions' }).click();
  const entries = page.getByRole('list', { name: /^Décisions/ }).locator('> li');
  await expect(entries.first()).toContainText('Modération S-tetic a approuvé « Jade »');
  await entries.first().getByRole('button', { name: 'Ce qui a changé' }).click();
  await expect(entries.first().locator('ins').filter({ hasText: text })).toBeVisible();
  await page.getByRole('combobox', { name: 'Type d’envoi' }).click();
  await page.getByRole('option', { name: 'Commentaire', exact: true }).click();
  await entries.first().getByRole('button', { name: 'Annuler cette décision' }).click();
  await expect(entries.first()).toContainText('a annulé la décision sur « Jade »');
  await expect(entries.nth(1).getByRole('button', { name: 'Annuler cette décision' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'À décider' }).click();
  await expect(itemOf()).toContainText(text);
});

test('a link of the digest opens its item and decides nothing, even when it is decided already', async () => {
  await sendComment('Kim');
  const { uid, documentId } = await findWaiting('Kim');
  const address = `${cmsUrl}/admin/plugins/moderation?item=${encodeURIComponent(`${uid}:${documentId}`)}`;
  await page.goto(address);
  await expect(itemOf()).toContainText('Kim');
  const panel = await openPanel(world, 'administrator');
  await panel.send('POST', '/moderation/decisions', { uid, documentId, decision: 'spam' });
  await page.goto(address);
  await expect(itemOf()).toContainText('Indésirable par Administration S-tetic');
  await expect(itemOf().getByRole('button', { name: 'Approuver' })).toHaveCount(0);
});

test('a comment becomes a draft of the FAQ, where the moderator writes the answer', async () => {
  await sendComment('Lena', 'Combien de temps dure la démarche ? Nous sommes pressés.');
  await openDesk();
  await itemOf().getByRole('button', { name: 'En faire une question de la FAQ' }).click();
  await page.getByLabel(/^Question/).waitFor();
  await expect(page.getByLabel(/^Question/)).toHaveValue('Combien de temps dure la démarche ?');
});

test('the desk has no violation that axe can find', async () => {
  await sendComment('Mona', 'Un texte avec https://exemple.example.');
  await openDesk();
  await expect(itemOf()).toContainText('Le texte contient un lien');
  // The sizes of the panel's buttons and links are Strapi's.
  expect(await findViolations(page, { within: 'main', targets: false })).toEqual([]);
});

interface Waiting {
  uid: string;
  documentId: string;
  title: string;
}

const itemOf = () => page.getByRole('article');

const statusOf = () => page.getByRole('main').getByRole('status');

const rows = () => page.getByRole('list', { name: /^Envois/ }).getByRole('listitem');

async function openDesk(): Promise<void> {
  await page.goto(`${cmsUrl}/admin/plugins/moderation`);
  await itemOf().waitFor();
}

/** In the help that is open: turns the keys off, or on again. */
async function switchKeys(): Promise<void> {
  const help = page.getByRole('dialog');
  await help.getByRole('checkbox').click();
  await help.getByRole('button', { name: 'Fermer' }).last().click();
}

/** Decides of all that waits, so that a test sees only what it sent. */
async function emptyDesk(): Promise<void> {
  const panel = await openPanel(world, 'administrator');
  for (;;) {
    const { items } = await panel.send<{ items: Waiting[] }>('GET', '/moderation/waiting');
    if (items.length === 0) return;
    const subjects = items.map(({ uid, documentId }) => ({ uid, documentId }));
    await panel.send('POST', '/moderation/many-decisions', { items: subjects, decision: 'spam' });
  }
}

async function findWaiting(author: string): Promise<Waiting> {
  const panel = await openPanel(world, 'administrator');
  const { items } = await panel.send<{ items: Waiting[] }>('GET', '/moderation/waiting');
  return items.find(({ title }) => title === author)!;
}

let sent = 0;

async function sendComment(author: string, text = `Un mot de ${author}.`): Promise<void> {
  sent += 1;
  const email = `desk-${Date.now()}-${sent}@exemple.example`;
  const comment = { path: '/definition-du-cluster', locale: 'fr', audience: 'publish', author, email, text };
  expect((await postAsSite(world, '/comments/comments', comment)).status).toBe(202);
  await confirmAddress(world, email);
}
