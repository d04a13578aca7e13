import { expect, test } from '@playwright/test';
import { openPanel } from './world/panel.ts';
import { listDocuments, publish } from './world/publishing.ts';
import { startWorld, type World } from './world/world.ts';

test.use({ javaScriptEnabled: false });

// A world of its own: what stands around every page changes.
let world: World;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  world = await startWorld({ name: 'reading' });
});
test.afterAll(() => world.stop());

test('the header leads to the other editions that staff declare', async ({ page }) => {
  await page.goto(world.siteUrl);
  await expect(page.getByRole('banner')).toContainText('Édition 2026');
  await expect(page.getByRole('banner').locator('details')).toHaveCount(0);

  const editor = await openPanel(world, 'editor');
  const address = '/content-manager/single-types/plugin::pages.settings';
  const editions = [{ label: 'Édition d’essai', url: 'https://edition.example' }];
  const { data } = await editor.send<{ data: Record<string, unknown> }>('GET', `${address}?locale=fr`);
  const { siteName, tagline, editionLabel, operator } = data;
  const settings = { siteName, tagline, editionLabel, operator, editions };
  await editor.send('POST', `${address}/actions/publish?locale=fr`, settings);

  await expect(async () => {
    await page.goto(`${world.siteUrl}/charte`);
    await expect(page.getByRole('banner').locator('details')).toHaveCount(1, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  const other = page.getByRole('link', { name: 'Édition d’essai' });
  await expect(other).toBeHidden();
  await page.getByText('Édition 2026').first().click();
  await expect(other).toBeVisible();
  await expect(other).toHaveAttribute('href', 'https://edition.example');
});

test('a term that staff give another form leads from the texts at once', async ({ page }) => {
  await page.goto(`${world.siteUrl}/charte`);
  await expect(page.getByRole('link', { name: 'choix économiques' })).toHaveCount(0);

  const editor = await openPanel(world, 'editor');
  const term = (await listDocuments(editor, 'glossary.term')).find(({ slug }) => slug === 'chaine-de-valeur')!;
  await publish(editor, 'glossary.term', term, { forms: 'choix économiques' });

  await expect(async () => {
    await page.goto(`${world.siteUrl}/charte`);
    await expect(page.getByRole('link', { name: 'choix économiques' })).toHaveCount(1, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
});
