import { expect, test, type Page } from '@playwright/test';
import { findViolations } from './world/axe.ts';
import { confirmAddress, linkIn, readKeptMail } from './world/mailbox.ts';
import { openPanel } from './world/panel.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();

test.describe('an owner keeps their listing right', () => {
  // Nothing of it may need JavaScript.
  test.use({ javaScriptEnabled: false });

  test('from the mailed link to an accepted edit', async ({ page }) => {
    const name = `Bureau des courbes ${Date.now()}`;
    const email = `courbes-${Date.now()}@exemple.example`;
    const address = await publishListing(page, name, email);

    await page.goto(address);
    await page.getByRole('link', { name: 'C’est votre fiche ? Gérez-la.' }).click();
    await page.getByLabel('Votre adresse e-mail').fill(email);
    await page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regardez votre boîte de courriel');

    await expect.poll(async () => (await readKeptMail(world, email)).subject).toBe('Le lien pour gérer votre fiche');
    await page.goto(linkIn((await readKeptMail(world, email)).text));
    await page.getByRole('link', { name: 'Corriger la fiche' }).click();
    await expect(page.getByLabel('Nom de l’organisation')).toHaveValue(name);
    await page.getByLabel('En une phrase').fill('Nous dessinons des courbes, désormais à plusieurs.');
    await page.getByRole('button', { name: 'Proposer ces modifications' }).click();
    await expect(page.getByRole('status')).toContainText('Vos modifications sont bien arrivées');
    await expect(page.locator('main')).toContainText('attendent d’être lues');

    await page.getByRole('link', { name: 'Voir la fiche publiée' }).click();
    await expect(page.locator('main')).not.toContainText('désormais à plusieurs');
    await decide(name, { decision: 'approved' });
    await expect(async () => {
      await page.goto(address);
      await expect(page.locator('main')).toContainText('désormais à plusieurs', { timeout: 1000 });
    }).toPass({ timeout: 10_000 });
    expect((await readKeptMail(world, email)).subject).toMatch(/^Vos modifications de .* sont en ligne$/);
  });

  test('asks twice before deleting', async ({ page }) => {
    const name = `Bureau éphémère ${Date.now()}`;
    const email = `ephemere-${Date.now()}@exemple.example`;
    const address = await publishListing(page, name, email);
    await page.goto(await askLink(page, email));
    await page.getByRole('link', { name: 'Supprimer la fiche' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Supprimer «');
    await page.getByRole('link', { name: 'Revenir à mes fiches' }).click();
    await page.getByRole('link', { name: 'Supprimer la fiche' }).click();
    await page.getByRole('button', { name: 'Supprimer définitivement' }).click();
    await expect(page.getByRole('status')).toContainText('La fiche est supprimée');
    await expect.poll(async () => (await page.request.get(address)).status()).toBe(404);
  });
});

test('the pages of an owner have no violation that axe can find', async ({ page }) => {
  const email = `axe-${Date.now()}@exemple.example`;
  await publishListing(page, `Bureau accessible ${Date.now()}`, email);
  const link = await askLink(page, email);
  await page.goto(link);
  const pages = ['/ressources/gerer', '/ressources/gerer/envoye', link, '/ressources/agoria/demander'];
  for (const name of ['Corriger la fiche', 'Transmettre la fiche', 'Supprimer la fiche'])
    pages.push((await page.getByRole('link', { name }).getAttribute('href'))!);
  for (const address of pages) {
    await page.goto(address);
    expect(await findViolations(page), address).toEqual([]);
  }
});

/** Lists a resource by the form and sees it approved. @returns the address of its page */
async function publishListing(page: Page, name: string, email: string): Promise<string> {
  await page.goto('/ressources/inscrire');
  await page.getByLabel('Nom de l’organisation').fill(name);
  await page.getByRole('radio', { name: /^Privée/ }).check();
  await page.getByLabel('Namur', { exact: true }).check();
  await page.getByLabel('français', { exact: true }).check();
  await page.getByLabel('Adresse e-mail de l’organisation').fill(email);
  await page.getByLabel('En une phrase').fill('Nous dessinons des courbes.');
  await page.getByRole('checkbox', { name: /^Étape 3\b/ }).check();
  await page.getByLabel('Votre expérience à l’étape 3').fill('Trois courbes vendues en commun.');
  await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(page).toHaveURL(/merci/);
  await confirmAddress(world, email);
  await decide(name, { decision: 'approved' });
  return linkIn((await readKeptMail(world, email)).text);
}

async function askLink(page: Page, email: string): Promise<string> {
  await page.goto('/ressources/gerer');
  await page.getByLabel('Votre adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await expect.poll(async () => (await readKeptMail(world, email)).subject).toBe('Le lien pour gérer votre fiche');
  return linkIn((await readKeptMail(world, email)).text);
}

async function decide(name: string, decision: object): Promise<void> {
  const panel = await openPanel(world, 'moderator');
  const { items } = await panel.send<{ items: { uid: string; documentId: string; title: string }[] }>(
    'GET',
    '/moderation/waiting',
  );
  const { uid, documentId } = items.find(({ title }) => title === name)!;
  await panel.send('POST', '/moderation/decisions', { uid, documentId, ...decision });
}
