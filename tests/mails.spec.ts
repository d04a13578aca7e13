import { expect, type Page, test } from '@playwright/test';
import { linkIn } from './world/mailbox.ts';
import { logIn } from './world/log-in.ts';
import { type MailedWorld, startMailedWorld } from './world/mailed-world.ts';
import { newestMail } from './world/posting.ts';

// From the first keystroke to the last mail, as each of them arrives at a mail server.
let mailed: MailedWorld;
let desk: Page;

test.beforeAll(async ({ browser }) => {
  mailed = await startMailedWorld('mails-spec');
  desk = await (await browser.newContext({ locale: 'fr-BE' })).newPage();
  await logIn(desk, mailed.world, 'moderator');
});
test.afterAll(async () => {
  await desk?.context().close();
  await mailed?.[Symbol.asyncDispose]();
});

test('a provider goes from mail to mail: confirms, follows, reads their listing, and says that it is still right', async ({
  page,
}) => {
  const { siteUrl } = mailed.world;
  const email = 'fournisseur@exemple.example';
  await page.goto(`${siteUrl}/ressources/inscrire`);
  await page.getByLabel('Nom de l’organisation').fill('Bureau des lettres');
  await page.getByRole('radio', { name: /^Privée/ }).check();
  await page.getByLabel('Namur', { exact: true }).check();
  await page.getByLabel('français', { exact: true }).check();
  await page.getByLabel('Adresse e-mail de l’organisation').fill(email);
  await page.getByLabel('En une phrase').fill('Nous écrivons pour d’autres.');
  await page.getByRole('checkbox', { name: /^Étape 3\b/ }).check();
  await page.getByLabel('Votre expérience à l’étape 3').fill('Trois contrats en commun.');
  await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(page.locator('main')).not.toContainText('Aucun courriel n’est parti');

  await openLink(page, email, 1, /^Confirmez votre envoi/);
  await page.getByRole('button', { name: 'Confirmer mon envoi' }).click();
  const receipt = await openLink(page, email, 2, /^Votre demande ST-\d{4}-\d{4} est bien arrivée$/);
  expect(receipt).toContain('Trois contrats en commun.');
  await expect(page.getByRole('heading', { name: 'En attente de lecture' })).toBeVisible();

  await decideOf('Bureau des lettres', 'Approuver');
  await openLink(page, email, 3, /en ligne/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bureau des lettres');

  await page.getByRole('link', { name: 'C’est votre fiche ? Gérez-la.' }).click();
  await page.getByLabel('Votre adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await openLink(page, email, 4, /^Le lien pour gérer/);
  await page.getByRole('button', { name: 'Elle est toujours exacte' }).click();
  await expect(page.getByRole('status')).toContainText('Merci, la fiche est confirmée');
});

test('a reader goes from mail to mail: confirms, learns why they are refused, and has all of it erased', async ({
  page,
}) => {
  const { siteUrl } = mailed.world;
  const email = 'lectrice@exemple.example';
  await page.goto(`${siteUrl}/faq`);
  await page.getByRole('radio', { name: 'Publier ce commentaire' }).check();
  await page.getByLabel('Votre nom').fill('Une lectrice des lettres');
  await page.getByLabel('Votre adresse e-mail').fill(email);
  await page.getByLabel('Votre commentaire').fill('Un mot sans rapport avec la page.');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await openLink(page, email, 1, /^Confirmez votre envoi/);
  await page.getByRole('button', { name: 'Confirmer mon envoi' }).click();
  await openLink(page, email, 2, /arrivé/);
  await expect(page.getByLabel('Votre commentaire')).toHaveValue('Un mot sans rapport avec la page.');

  await decideOf('Une lectrice des lettres', 'Refuser');
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('textbox').fill('La page parle d’autre chose.');
  await dialog.getByRole('button', { name: 'Refuser' }).click();
  expect((await newestMail(mailed.smtp, email, 3)).text).toContain('La page parle d’autre chose.');

  await page.goto(`${siteUrl}/mes-donnees`);
  await page.getByLabel('Votre adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await openLink(page, email, 4, /données/);
  await page.getByRole('link', { name: 'Tout effacer' }).click();
  await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
  expect((await newestMail(mailed.smtp, email, 5)).subject).toBe('Vos données sont effacées');
});

/** Opens the link of the `count`th mail to an address. @returns what the mail says */
async function openLink(page: Page, email: string, count: number, subject: RegExp): Promise<string> {
  const mail = await newestMail(mailed.smtp, email, count);
  expect(mail.subject).toMatch(subject);
  await page.goto(linkIn(mail.text!));
  return mail.text!;
}

/** Presses a decision on an item of the desk. */
async function decideOf(title: string, decision: string): Promise<void> {
  await desk.goto(`${mailed.world.cmsUrl}/admin/plugins/moderation`);
  await desk
    .getByRole('list', { name: /^Envois/ })
    .getByText(title, { exact: true })
    .click();
  await expect(desk.getByRole('article')).toContainText(title);
  await desk.getByRole('article').getByRole('button', { name: decision }).click();
}
