import { expect, test } from '@playwright/test';

// The whole way must be open to those who have no JavaScript.
test.use({ javaScriptEnabled: false });

test('a cell of the coverage leads to the resources that it counts', async ({ page }) => {
  await page.goto('/ressources');
  await page.getByRole('link', { name: 'Voir qui appuie quelle étape, et où' }).first().click();
  await expect(page).toHaveURL('/ressources/couverture');
  const cell = page
    .getByRole('row', { name: /Créer du business/ })
    .getByRole('cell')
    .first();
  const counts = (await cell.innerText()).match(/\d+(?= publi| priv)/g)!.map(Number);
  await cell.getByRole('link').click();
  await expect(page).toHaveURL('/ressources?step=3&zone=hainaut');
  await expect(page.locator('#count')).toHaveText(new RegExp(`^\\s*${counts[0]! + counts[1]!} ressource`));
});

test('an empty cell opens the form with its step and its zone', async ({ page }) => {
  await page.goto('/ressources/couverture');
  await page.getByRole('link', { name: /Place à prendre.*Étape 5.*Brabant wallon/ }).click();
  await expect(page).toHaveURL('/ressources/inscrire?step=5&zone=brabant-wallon');
  await expect(page.getByRole('checkbox', { name: /^Étape 5\b/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Brabant wallon' })).toBeChecked();
  await expect(page.getByLabel('Votre expérience à l’étape 5')).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
});

test('a form asked for with a step and a zone that do not exist is the form, with nothing chosen', async ({ page }) => {
  const response = await page.goto('/ressources/inscrire?step=12&zone=lune');
  expect(response?.status()).toBe(200);
  // It is kept for nobody: the page would be stored once for each address that somebody invents.
  expect(response?.headers()['cdn-cache-control']).toBeUndefined();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('the table says of each number which step and which zone it is about', async ({ page }) => {
  await page.goto('/ressources/couverture');
  const table = page.getByRole('table', { name: 'Ressources publiques et privées, par étape et par zone' });
  await expect(table.getByRole('columnheader')).toHaveCount(9);
  await expect(table.getByRole('rowheader')).toHaveCount(10);
  await expect(table.getByRole('cell')).toHaveCount(80);
});

test('on a telephone the table scrolls by itself, with the keyboard too, and the steps stay in sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/ressources/couverture');
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  const region = page.getByRole('region', { name: 'Ressources publiques et privées, par étape et par zone' });
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await expect(page.getByRole('rowheader', { name: /Se connaître/ })).toBeInViewport();
});

test('whoever finds nothing is told how many each filter hides, and gets them in one press', async ({ page }) => {
  await page.goto('/ressources?step=5&zone=brabant-wallon');
  const way = page.getByRole('link', { name: /^Sans le filtre « Brabant wallon » : \d+ ressource/ });
  const count = /: (\d+) ressource/.exec((await way.innerText()).replaceAll('\u00a0', ' '))?.[1];
  await way.click();
  await expect(page).toHaveURL('/ressources?step=5');
  await expect(page.locator('#count')).toHaveText(new RegExp(`^\\s*${count} ressource`));
});

function widthOf(page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
