import { expect, test, type Page } from '@playwright/test';
import { findViolations } from './world/axe.ts';
import { confirmAddress, linkIn, readKeptMail } from './world/mailbox.ts';
import { openPanel, type Panel } from './world/panel.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();

test.describe('a provider lists their resource', () => {
  // The form must not need JavaScript.
  test.use({ javaScriptEnabled: false });

  test('and finds it on the site once staff approved it', async ({ page }) => {
    const name = `Atelier des flux ${Date.now()}`;
    await page.goto('/ressources');
    await page.getByRole('link', { name: 'Inscrire une ressource' }).first().click();
    await fillForm(page, name);
    await send(page);
    await expect(page).toHaveURL(/\/ressources\/inscrire\/merci/);
    await expect(page.locator('main')).toContainText(/ST-\d{4}-\d{4}/);
    // The world of the tests has no mail server, and the page does not pretend otherwise.
    await expect(page.locator('main')).toContainText('Aucun courriel n’est parti');
    expect(await isWaiting(name)).toBe(false);

    await page.goto(linkIn((await readKeptMail(world, emailOf(name))).text));
    await page.getByRole('button', { name: 'Confirmer mon envoi' }).click();
    await expect(page.getByRole('heading', { name: 'En attente de lecture' })).toBeVisible();
    const followed = page.url();
    const receipt = await readKeptMail(world, emailOf(name));
    expect(receipt.subject).toMatch(/^Votre demande ST-\d{4}-\d{4} est bien arrivée$/);
    expect(linkIn(receipt.text)).toBe(followed);
    for (const answer of ['Nous avons vendu trois projets en commun.', 'français'])
      expect(receipt.text).toContain(answer);

    await page.goto(`/ressources?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole('heading', { name })).toHaveCount(0);

    await approve(name);
    await expect(async () => {
      await page.goto(`/ressources?q=${encodeURIComponent(name)}`);
      await page.getByRole('link', { name, exact: true }).click({ timeout: 1000 });
    }).toPass({ timeout: 10_000 });
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.locator('main')).toContainText('Nous avons vendu trois projets en commun.');
    // What was typed is shown as typed: text, never markup.
    await expect(page.locator('main')).toContainText('<b>Gras</b> & « guillemets »');
    expect(await page.locator('main b').count()).toBe(0);
    expect(await page.content()).not.toContain(emailOf(name));

    expect((await readKeptMail(world, emailOf(name))).text).toContain(page.url());
    await page.goto(followed);
    await page.getByRole('link', { name: 'Voir la fiche' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });

  test('keeps everything that they typed when something is wrong', async ({ page }) => {
    await page.goto('/ressources/inscrire');
    await fillForm(page, 'Atelier incomplet');
    await page.getByLabel('Adresse e-mail de l’organisation').fill('pas une adresse');
    await page.getByLabel('Votre expérience à l’étape 3').fill('');
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      page.getByRole('button', { name: 'Vérifier mes réponses' }).click(),
    ]);
    expect(response.status()).toBe(422);
    await expect(page).toHaveTitle(/^Erreur/);
    const summary = page.getByRole('alert');
    await expect(summary).toContainText('2 points sont à revoir');
    await expect(page.getByLabel('Nom de l’organisation')).toHaveValue('Atelier incomplet');
    await expect(page.getByLabel('Adresse e-mail de l’organisation')).toHaveValue('pas une adresse');
    await expect(page.getByLabel('Namur', { exact: true })).toBeChecked();
    await summary.getByRole('link').first().click();
    await expect(page).toHaveURL(/#email$/);
  });

  test('is asked why when they choose more than four steps', async ({ page }) => {
    await page.goto('/ressources/inscrire');
    await fillForm(page, 'Atelier à tout faire');
    for (const step of [1, 2, 4, 5]) {
      await page.getByRole('checkbox', { name: new RegExp(`^Étape ${step}\\b`) }).check();
      await page.getByLabel(`Votre expérience à l’étape ${step}`).fill('Nous y étions.');
    }
    await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
    await expect(page.getByRole('alert')).toContainText('pourquoi plus de quatre');
  });

  test('reads all their answers again before they are sent, changes one and loses none', async ({ page }) => {
    const name = `Atelier relu ${Date.now()}`;
    await page.goto('/ressources/inscrire');
    await fillForm(page, name);
    await page.getByLabel('Votre expérience à l’étape 3').fill('Deux lignes\net « une autre » <b>.');
    await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Vérifiez vos réponses' })).toBeVisible();
    await expect(page.locator('dl')).toContainText('Namur');
    await expect(page.locator('dl')).toContainText('et « une autre » <b>.');

    await page.getByRole('button', { name: 'Modifier : En une phrase' }).click();
    await expect(page).toHaveURL(/#summary$/);
    await expect(page.getByLabel('Nom de l’organisation')).toHaveValue(name);
    await expect(page.getByLabel('Votre expérience à l’étape 3')).toHaveValue('Deux lignes\net « une autre » <b>.');
    await expect(page.getByLabel('Namur', { exact: true })).toBeChecked();
    await page.getByLabel('En une phrase').fill('Autrement dit.');
    await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
    await expect(page.locator('dl')).toContainText('Autrement dit.');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(page).toHaveURL(/merci/);
    await confirmAddress(world, emailOf(name));
    expect(await isWaiting(name)).toBe(true);
  });

  test('is shown the listings that resemble theirs, and goes on without losing a word', async ({ page }) => {
    const name = 'Agoria';
    await page.goto('/ressources/inscrire');
    await fillForm(page, name);
    await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
    await expect(page.getByRole('alert')).toContainText('Votre organisation est-elle déjà ici');
    const mine = page.getByRole('link', { name: 'C’est ma fiche : Agoria', exact: true });
    await expect(mine).toHaveAttribute('href', '/ressources/agoria/demander');
    await expect(page.getByLabel('Nom de l’organisation')).toHaveValue(name);
    await page.getByRole('button', { name: 'Ma ressource est différente de celles-là' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Vérifiez vos réponses' })).toBeVisible();
    await expect(page.locator('dl')).toContainText('Nous avons vendu trois projets en commun.');
  });

  test('who sends twice gets the same reference', async ({ page }) => {
    const name = `Atelier double ${Date.now()}`;
    const references = [];
    for (let time = 0; time < 2; time += 1) {
      await page.goto('/ressources/inscrire');
      await fillForm(page, name);
      await send(page);
      references.push((await page.locator('main').innerText()).match(/ST-\d{4}-\d+/)?.[0]);
    }
    expect(references[0]).toBeDefined();
    expect(references[1]).toBe(references[0]);
    await expect(page.locator('main')).toContainText('déjà reçu cet envoi');
  });
});

test('staff refuse a resource with a reason, and it never appears', async ({ page }) => {
  const name = `Atelier refusé ${Date.now()}`;
  await page.goto('/ressources/inscrire');
  await fillForm(page, name);
  await send(page);
  await expect(page).toHaveURL(/merci/);
  await confirmAddress(world, emailOf(name));
  const followed = linkIn((await readKeptMail(world, emailOf(name))).text);
  const panel = await openPanel(world, 'moderator');
  const item = await findWaiting(panel, name);
  await panel.send('POST', '/moderation/decisions', { ...item, decision: 'refused', reason: 'Hors du secteur.' });
  expect((await readKeptMail(world, emailOf(name))).text).toContain('Hors du secteur.');
  const response = await page.goto(followed);
  expect(response?.headers()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  expect(response?.headers()['set-cookie']).toBeUndefined();
  await expect(page.locator('main')).toContainText('Hors du secteur.');
  await page.goto(`/ressources?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('heading', { name })).toHaveCount(0);
});

test('a visitor narrows the directory until it holds nothing, and is told what to try', async ({ page }) => {
  await page.goto('/ressources?step=5&zone=brabant-wallon');
  await expect(page.locator('main')).toContainText('Brabant wallon');
  await expect(page.locator('main')).toContainText(/Aucune/);
  await expect(page.getByRole('link', { name: /retirer|sans/i }).first()).toBeVisible();
});

test('the form has no violation that axe can find, with its errors, what resembles it and its summary', async ({
  page,
}) => {
  await page.goto('/ressources/inscrire');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await fillForm(page, 'Agoria');
  await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
  await expect(page.getByRole('alert')).toContainText('déjà ici');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ma ressource est différente' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vérifiez vos réponses');
  expect(await findViolations(page)).toEqual([]);
});

async function fillForm(page: Page, name: string) {
  await page.getByLabel('Nom de l’organisation').fill(name);
  await page.getByRole('radio', { name: /^Privée/ }).check();
  await page.getByLabel('Namur', { exact: true }).check();
  await page.getByLabel('français', { exact: true }).check();
  await page.getByLabel('Adresse e-mail de l’organisation').fill(emailOf(name));
  await page.getByLabel('En une phrase').fill('<b>Gras</b> & « guillemets »');
  await page.getByRole('checkbox', { name: /^Étape 3\b/ }).check();
  await page.getByLabel('Votre expérience à l’étape 3').fill('Nous avons vendu trois projets en commun.');
}

/** Reads the summary, then sends. */
async function send(page: Page) {
  await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
}

async function approve(name: string) {
  const panel = await openPanel(world, 'moderator');
  await panel.send('POST', '/moderation/decisions', { ...(await findWaiting(panel, name)), decision: 'approved' });
}

/** `emailOf('Atelier des flux 12')` // => 'atelier-des-flux-12@exemple.example' */
function emailOf(name: string): string {
  const local = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-');
  return `${local}@exemple.example`;
}

async function isWaiting(name: string): Promise<boolean> {
  return (await listWaiting(await openPanel(world, 'moderator'))).some(({ title }) => title === name);
}

async function findWaiting(panel: Panel, name: string) {
  const { uid, documentId } = (await listWaiting(panel)).find(({ title }) => title === name)!;
  return { uid, documentId };
}

async function listWaiting(panel: Panel) {
  const { items } = await panel.send<{ items: { uid: string; documentId: string; title: string }[] }>(
    'GET',
    '/moderation/waiting',
  );
  return items;
}
