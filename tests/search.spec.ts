import { expect, test, type Page } from '@playwright/test';
import { findViolations } from './world/axe.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor looks for a word from any page and reads what answers', async ({ page }) => {
    await page.goto('/webtour');
    await page.getByRole('link', { name: 'Rechercher' }).click();
    await page.getByLabel('Que cherchez-vous ?').fill('créer du business');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await expect(page).toHaveURL('/recherche?q=cr%C3%A9er+du+business');
    await expect(page.getByLabel('Que cherchez-vous ?')).toHaveValue('créer du business');
    const first = hits(page).first();
    await expect(first.locator('mark').first()).toHaveText('Créer');
    await first.getByRole('link').click();
    await expect(page).toHaveURL('/charte/creer-du-business');
  });

  test('a question is found where it is answered', async ({ page }) => {
    await page.goto('/recherche?q=qui+convoque+les+réunions');
    await hits(page).first().getByRole('link').click();
    await expect(page).toHaveURL('/faq#qui-convoque-les-reunions');
    await expect(page.locator('#qui-convoque-les-reunions')).toBeInViewport();
  });

  test('a mistyped word is forgiven, and the page says what it was taken for', async ({ page }) => {
    await page.goto('/recherche?q=chrate');
    await expect(page.locator('main')).toContainText(
      'Aucune page ne contient « chrate » : voici ce qui contient « charte ».',
    );
    await expect(hits(page).first().getByRole('link')).toHaveText('La charte générale');
  });

  test('who finds nothing is told what to try', async ({ page }) => {
    await page.goto('/recherche?q=xyzzyplugh');
    await expect(page.getByRole('heading', { name: 'Rien ne correspond à « xyzzyplugh »' })).toBeVisible();
    await page.getByRole('link', { name: 'Parcourez la charte' }).click();
    await expect(page).toHaveURL('/charte');
  });

  test('results are narrowed to a type and paged, and the address can be shared', async ({ page }) => {
    await page.goto('/recherche?q=entreprise');
    await page.getByRole('link', { name: /^Ressource \(/ }).click();
    await expect(page).toHaveURL('/recherche?q=entreprise&type=resources.resource');
    await page.getByRole('link', { name: 'Page suivante' }).click();
    await expect(page).toHaveURL('/recherche?q=entreprise&type=resources.resource&page=2');
    for (const link of await hits(page).getByRole('link').all())
      expect(await link.getAttribute('href')).toMatch(/^\/ressources\//);
  });

  test('who reads in English is told which results are in French', async ({ page }) => {
    await page.goto('/en/recherche?q=Sambrinvest');
    const first = hits(page).first();
    await expect(first).toContainText('Text in French');
    await expect(first.getByRole('heading')).toHaveAttribute('lang', 'fr');
    await expect(first.getByRole('link')).toHaveAttribute('href', '/en/ressources/sambrinvest');
  });

  test('a lost visitor is shown the pages near the address', async ({ page }) => {
    await page.goto('/charte/creer-bisness');
    await page.getByRole('link', { name: 'Créer du business' }).click();
    await expect(page).toHaveURL('/charte/creer-du-business');
  });
});

test.describe('pages proposed while typing', () => {
  test('are chosen with the keyboard', async ({ page }) => {
    await page.goto('/recherche');
    const box = page.getByRole('combobox', { name: 'Que cherchez-vous ?' });
    await expect(box).toHaveAttribute('aria-expanded', 'false');
    await box.pressSequentially('chart');
    const list = page.getByRole('listbox', { name: 'Pages proposées' });
    await expect(list).toBeVisible();
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('status')).toHaveText(/^\d+ pages proposées$/);

    await page.keyboard.press('ArrowDown');
    const first = list.getByRole('option').first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(box).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id'))!);
    await expect(box).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/charte');
  });

  test('close with Escape, and Enter then searches for what was typed', async ({ page }) => {
    await page.goto('/recherche');
    const box = page.getByRole('combobox');
    await box.pressSequentially('benchma');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(box).toHaveValue('benchma');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/recherche?q=benchma');
  });

  test('are chosen with the mouse', async ({ page }) => {
    await page.goto('/en/recherche');
    await page.getByRole('combobox').pressSequentially('sambrin');
    await page.getByRole('option', { name: 'Sambrinvest' }).click();
    await expect(page).toHaveURL('/en/ressources/sambrinvest');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme} colours, break no rule of the content policy and have no violation that axe can find`, async ({
      page,
    }) => {
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.emulateMedia({ colorScheme });
      await page.goto('/recherche?q=numérique');
      await page.getByRole('combobox').fill('chart');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }
});

const hits = (page: Page) => page.locator('main ol > li');
