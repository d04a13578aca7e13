import { expect, type Locator, type Page, test } from '@playwright/test';
import { sharedWorld } from './world/shared.ts';
import { linkIn, readKeptMail } from './world/mailbox.ts';

// What each user comes to do, with the keyboard alone and nothing but what the browser brings: no script, no mouse.
const world = sharedWorld();

test.use({ javaScriptEnabled: false });

test('a reader skips the header, walks the loop and reads a step', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  const gate = page.getByRole('navigation', { name: 'La boucle' }).getByRole('link', { name: /^étape 3\s:/ });
  await tabTo(page, gate);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/charte/creer-du-business');
});

test('a visitor narrows the directory by words, and opens a resource', async ({ page }) => {
  await page.goto('/ressources');
  const found = page.locator('main article').first().getByRole('link').first();
  await tabTo(page, page.getByLabel('Mots recherchés'));
  await page.keyboard.type('export');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=export/);
  await tabTo(page, found);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ressources\/[a-z0-9-]+$/);
});

test('a reader comments a page, and confirms', async ({ page }) => {
  const email = `clavier-${Date.now()}@exemple.example`;
  await page.goto('/charte/se-connaitre');
  await tabTo(page, page.getByRole('radio', { name: 'Publier ce commentaire' }));
  await page.keyboard.press('Space');
  await fillInTurn(page, [
    ['Votre nom', 'Une lectrice'],
    ['Votre adresse e-mail', email],
    ['Votre commentaire', 'Écrit sans souris.'],
  ]);
  await press(page, 'Envoyer le commentaire');
  await expect(page).toHaveURL(/\/charte\/se-connaitre#/);
  await page.goto(linkIn((await readKeptMail(world, email)).text));
  await press(page, 'Confirmer mon envoi');
  await expect(page.getByRole('heading', { name: 'C’est confirmé, merci' })).toBeVisible();
});

test('a provider fills in the form, reads their answers again, corrects one, sends and confirms', async ({ page }) => {
  const name = `Atelier sans souris ${Date.now()}`;
  const email = `fiche-clavier-${Date.now()}@exemple.example`;
  await page.goto('/ressources/inscrire');
  await fillInTurn(page, [['Nom de l’organisation', name]]);
  await tabTo(page, page.getByRole('radio', { name: /^Publique/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Privée/ })).toBeChecked();
  await tick(page, page.getByLabel('Namur', { exact: true }));
  await tick(page, page.getByLabel('français', { exact: true }));
  await fillInTurn(page, [
    ['Adresse e-mail de l’organisation', email],
    ['En une phrase', 'Un atelier qui se passe de souris.'],
  ]);
  await tick(page, page.getByRole('checkbox', { name: /^Étape 3\b/ }));
  await fillInTurn(page, [['Votre expérience à l’étape 3', 'Trois ventes en commun.']]);
  await press(page, 'Vérifier mes réponses');
  await press(page, 'Modifier : En une phrase');
  await expect(page).toHaveURL(/#summary$/);
  await press(page, 'Vérifier mes réponses');
  await press(page, 'Envoyer la demande');
  await expect(page).toHaveURL(/merci/);
  await page.goto(linkIn((await readKeptMail(world, email)).text));
  await press(page, 'Confirmer mon envoi');
  await expect(page.getByRole('heading', { name: 'En attente de lecture' })).toBeVisible();
});

test('a visitor follows a tour from its table of stops to the next', async ({ page }) => {
  await page.goto('/webtour/la-charte-en-neuf-arrets/creer-du-business');
  await tabTo(page, page.locator('main a[rel=next]').first());
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/creer-du-business$/);
  await expect(page.locator('h1')).toBeVisible();
});

test('on a telephone the menu opens, and gives way to the page it leads to', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/');
  await press(page, 'Menu');
  await tabTo(page, page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'FAQ' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/faq');
});

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }));
  await page.keyboard.press('Enter');
}

async function tick(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
}

/** Presses Tab until the focus is there, and shows. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await target.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
      return;
    }
  }
  throw new Error(`Tab never came to ${String(target)}. Is it hidden, or out of the order of the page?`);
}

async function fillInTurn(page: Page, answers: readonly (readonly [label: string, answer: string])[]): Promise<void> {
  for (const [label, answer] of answers) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(answer);
  }
}
