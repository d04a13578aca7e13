import { expect, test } from '@playwright/test';
import { logIn } from './world/log-in.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();
const { siteUrl } = world;

// A browser that speaks English: the panel is French for everyone from its first screen.
test.use({ locale: 'en-US' });

test('an editor corrects a question in a French panel, and readers see it', async ({ page }) => {
  const question = `Que veut dire « S-tetic » ? (revue le ${Date.now()})`;
  await logIn(page, world, 'editor');
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

test('whoever forgot a password is told that no mail will come, where there is no mail server', async ({ page }) => {
  await page.goto(`${world.cmsUrl}/admin`);
  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
  await page.getByRole('textbox').fill(world.accounts[0]!.email);
  await page.getByRole('button', { name: 'Envoyer l’e-mail' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Demandez un nouveau mot de passe à un administrateur',
  );
});
