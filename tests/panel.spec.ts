import { expect, test, type Page } from '@playwright/test';
import { confirmAddress } from './world/mailbox.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();
const { accounts, cmsUrl, siteUrl, secrets } = world;

// A browser that speaks English: the panel is French for everyone from its first screen.
test.use({ locale: 'en-US' });

test('an editor corrects a question in a French panel, and readers see it', async ({ page }) => {
  const question = `Que veut dire « S-tetic » ? (revue le ${Date.now()})`;
  await logIn(page, 'editor');
  await page.getByRole('link', { name: 'Gestion du contenu' }).first().click();
  await page.getByRole('link', { name: 'Questions fréquentes' }).click();
  await page
    .getByRole('gridcell', { name: /S-tetic/ })
    .first()
    .click();
  await page.getByLabel(/^Question/).fill(question);
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.getByText('Document publié')).toBeVisible();
  await expect(async () => {
    await page.goto(`${siteUrl}/faq`);
    await expect(page.getByRole('link', { name: question })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
});

test('a moderator approves with one click, and must say why they refuse', async ({ page }) => {
  const approved = `Un commentaire <b>approuvé d’un clic</b>, ${Date.now()}.`;
  const refused = `Un commentaire refusé, ${Date.now()}.`;
  await sendComment(approved);
  await sendComment(refused);
  await logIn(page, 'moderator');
  await page.getByRole('link', { name: 'Modération' }).first().click();
  const cardOf = (text: string) => page.getByRole('article').filter({ hasText: text });

  await cardOf(approved).getByRole('button', { name: 'Approuver' }).click();
  await expect(cardOf(approved)).toHaveCount(0);

  await cardOf(refused).getByRole('button', { name: 'Refuser' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Refuser' }).click();
  await expect(dialog).toContainText('Dites pourquoi');
  await dialog.getByLabel(/^Motif$|^Motif\*?$/).fill('Ce n’est pas un commentaire de la page.');
  await dialog.getByRole('button', { name: 'Refuser' }).click();
  await expect(cardOf(refused)).toHaveCount(0);

  await expect(async () => {
    await page.goto(`${siteUrl}/definition-du-cluster`);
    await expect(page.getByText(approved)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await expect(page.getByText(refused)).toHaveCount(0);
});

async function logIn(page: Page, role: string) {
  const { email, password } = accounts.find((account) => account.role === role)!;
  await page.goto(`${cmsUrl}/admin`);
  await expect(page.getByRole('heading', { name: 'Bienvenue' })).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function sendComment(text: string) {
  const email = `lectrice-${Date.now()}@exemple.example`;
  const comment = {
    path: '/definition-du-cluster',
    locale: 'fr',
    audience: 'publish',
    author: 'Une lectrice',
    email,
    text,
  };
  const response = await fetch(`${cmsUrl}/api/comments/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secrets.SITE_TOKEN}` },
    body: JSON.stringify(comment),
  });
  expect(response.status).toBe(202);
  await confirmAddress(world, email);
}
