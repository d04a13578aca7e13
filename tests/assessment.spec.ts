import { expect, test, type Page } from '@playwright/test';

// Nine questions, no account, nothing stored: a form and an address do it all.
test.use({ javaScriptEnabled: false });

test('a group answers the nine questions and is told its next step, why, how to know it is done and who can help', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Où en êtes-vous ?' }).first().click();
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Voir la prochaine étape' }) });
  await expect(form.getByRole('group')).toHaveCount(9);
  for (let step = 1; step <= 9; step += 1) await answer(page, step, step <= 2 || step === 6 ? 'Oui' : 'Pas encore');
  await page.getByRole('button', { name: 'Voir la prochaine étape' }).click();

  await expect(page).toHaveURL('/ou-en-etes-vous?faites=126');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Créer du business');
  await expect(page.locator('main')).toContainText('passe maintenant avant toutes celles qui la suivent');
  await expect(page.locator('main')).toContainText('Une offre commune, décrite en une page');
  await expect(page.locator('main article article')).toHaveCount(3);
  await expect(page.locator('main')).toContainText('Ressource publique');
  await expect(page.locator('main')).toContainText('Ressource privée');
  // What was done before the gate is warned of, as the charter grades it.
  await expect(page.getByRole('heading', { name: 'Sans l’étape 3 : des développements risqués' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /prématuré|clientélisme/ })).toHaveCount(0);
});

test('a question left aside counts as «not yet», all nine too', async ({ page }) => {
  await page.goto('/ou-en-etes-vous');
  await answer(page, 1, 'Oui');
  await page.getByRole('button', { name: 'Voir la prochaine étape' }).click();
  await expect(page).toHaveURL('/ou-en-etes-vous?faites=1');
  await page.goto('/ou-en-etes-vous');
  await page.getByRole('button', { name: 'Voir la prochaine étape' }).click();
  await expect(page).toHaveURL('/ou-en-etes-vous?faites=0');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Se connaître');
});

test('whoever has the address has the answers, and may change them', async ({ page }) => {
  await page.goto('/ou-en-etes-vous?faites=123');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Développer des synergies');
  await expect(questionOf(page, 3).getByRole('radio', { name: 'Oui' })).toBeChecked();
  await expect(questionOf(page, 4).getByRole('radio', { name: 'Pas encore' })).toBeChecked();
  await answer(page, 4, 'Oui');
  await page.getByRole('button', { name: 'Voir la prochaine étape' }).click();
  await expect(page).toHaveURL('/ou-en-etes-vous?faites=1234');
});

test('the reader chooses another language and keeps their answers', async ({ page }) => {
  await page.goto('/ou-en-etes-vous?faites=123456789');
  await expect(page.locator('main')).toContainText('La boucle recommence');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL('/en/ou-en-etes-vous?faites=123456789');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Know yourselves');
});

test.describe('an address that somebody garbled', () => {
  for (const [garbled, meant] of [
    ['?faites=21.', '?faites=12'],
    ['?faites=lune', ''],
    ['?e3=oui', '?faites=3'],
  ] as const) {
    test(`${garbled} leads to what it means`, async ({ page }) => {
      await page.goto(`/ou-en-etes-vous${garbled}`);
      await expect(page).toHaveURL(`/ou-en-etes-vous${meant}`);
    });
  }
});

test('nothing is stored about who answers, and search engines keep the questions only', async ({ page, context }) => {
  await page.goto('/ou-en-etes-vous?faites=12');
  expect(await context.cookies()).toEqual([]);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await page.goto('/ou-en-etes-vous');
  await expect(page.locator('meta[name=robots]')).toHaveCount(0);
});

test('the whole of it is done with the keyboard alone', async ({ page }) => {
  await page.goto('/ou-en-etes-vous');
  await questionOf(page, 1).getByRole('radio', { name: 'Oui' }).focus();
  for (let step = 1; step <= 9; step += 1) {
    await page.keyboard.press('Space');
    // From «Oui» to «Pas encore»: within a question by an arrow, to the next one by Tab.
    if (step > 3) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
  }
  await expect(page.getByRole('button', { name: 'Voir la prochaine étape' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/ou-en-etes-vous?faites=123');
});

test('on paper stand the step, the warnings, the answers and the address, without the form', async ({ page }) => {
  await page.goto('/ou-en-etes-vous?faites=6');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Vos réponses' })).toBeVisible();
  await expect(page.getByText(/ou-en-etes-vous\?faites=6/)).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.goto('/ou-en-etes-vous');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('radio')).toHaveCount(18);
  await expect(page.getByRole('button')).toHaveCount(0);
});

function questionOf(page: Page, step: number) {
  return page.getByRole('group', { name: new RegExp(`^Étape ${step}\\.`) });
}

async function answer(page: Page, step: number, given: 'Oui' | 'Pas encore') {
  await questionOf(page, step).getByRole('radio', { name: given }).check();
}
