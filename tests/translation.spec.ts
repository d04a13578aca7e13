import { expect, test } from '@playwright/test';
import { openPanel, type Panel } from './world/panel.ts';
import { startWorld, type World } from './world/world.ts';

// A world of its own: a language more is seen by every page.
let world: World;
let translator: Panel;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  world = await startWorld({ name: 'translation' });
  translator = await openPanel(world, 'translator');
});
test.afterAll(() => world.stop());

test('a language added in the panel is on the site with no restart, in French until it is translated', async ({
  page,
}) => {
  await page.goto(`${world.siteUrl}/de/charte`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nous n’avons pas trouvé cette page');

  await translator.send('POST', '/i18n/locales', { code: 'de', name: 'Deutsch', isDefault: false });
  await expect(async () => {
    await page.goto(`${world.siteUrl}/de/charte`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de', { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La charte générale');
  expect(await page.locator('h1').evaluate((heading) => heading.closest('[lang]')?.getAttribute('lang'))).toBe('fr');
  await expect(page.locator('main')).toContainText('pas encore traduite');

  await page.goto(`${world.siteUrl}/de/ressources/inscrire`);
  const hints = page.locator('main .hint');
  expect(await hints.count()).toBeGreaterThan(10);
  const unmarked = await hints.evaluateAll((all) =>
    all.filter((hint) => !hint.matches('[lang=fr], :has([lang=fr])')).map(({ id }) => id),
  );
  expect(unmarked).toEqual([]);

  await page.goto(`${world.siteUrl}/charte`);
  await expect(page.getByRole('link', { name: 'Deutsch' })).toBeVisible();
});

test('what the translator publishes shows, and the rest stays in French', async ({ page }) => {
  const uid = 'plugin::charter.step';
  const { results } = await translator.send<{ results: { documentId: string; number: number }[] }>(
    'GET',
    `/content-manager/collection-types/${uid}?locale=fr&pageSize=20`,
  );
  const { documentId } = results.find(({ number }) => number === 3)!;
  const texts = {
    title: 'Geschäfte machen',
    summary: 'Gemeinsam verkaufen, was die Gruppe schon hat.',
    purpose: 'Ein Cluster beginnt mit regelmäßigen Geschäften.',
    questions: '- Was können wir heute verkaufen?',
    outcomes: '- Aufträge.',
    traps: '- Zu lange warten.',
    proof: 'Ein Auftrag.',
  };
  const address = `/content-manager/collection-types/${uid}/${documentId}`;
  await translator.send('PUT', `${address}?locale=de`, texts);
  await translator.send('POST', `${address}/actions/publish?locale=de`, texts);

  await expect(async () => {
    await page.goto(`${world.siteUrl}/de/charte/creer-du-business`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Geschäfte machen', { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await page.goto(`${world.siteUrl}/de/charte`);
  await expect(page.locator('main')).toContainText('Geschäfte machen');
  await expect(page.locator('main')).toContainText('Se connaître');
  await page.goto(`${world.siteUrl}/charte/creer-du-business`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Créer du business');
});

test('the interface’s words are translated in the panel', async ({ page }) => {
  const uid = 'plugin::translation.phrase';
  const { results } = await translator.send<{ results: { documentId: string }[] }>(
    'GET',
    `/content-manager/collection-types/${uid}?locale=fr&filters[key][$eq]=nav.charter`,
  );
  await translator.send('PUT', `/content-manager/collection-types/${uid}/${results[0]!.documentId}?locale=de`, {
    text: 'Charta',
  });
  await expect(async () => {
    await page.goto(`${world.siteUrl}/de`);
    await expect(page.getByRole('banner')).toContainText('Charta', { timeout: 500 });
  }).toPass({ timeout: 10_000 });
});

test('a step that staff publish again keeps its resources', async ({ page }) => {
  const editor = await openPanel(world, 'editor');
  const uid = 'plugin::charter.step';
  const { results } = await editor.send<{ results: { documentId: string; number: number }[] }>(
    'GET',
    `/content-manager/collection-types/${uid}?locale=fr&pageSize=20`,
  );
  const { documentId } = results.find(({ number }) => number === 3)!;
  const count = async () => {
    const answer = await fetch(`${world.cmsUrl}/api/charter/steps/creer-du-business?locale=nl`);
    return ((await answer.json()) as { resources: unknown[] }).resources.length;
  };
  const before = await count();
  expect(before).toBeGreaterThan(3);
  const address = `/content-manager/collection-types/${uid}/${documentId}`;
  for (const locale of ['fr', 'nl', 'fr']) {
    const { data } = await editor.send<{ data: object }>('GET', `${address}?locale=${locale}&status=draft`);
    const { title, summary } = data as { title: string; summary: string };
    await editor.send('POST', `${address}/actions/publish?locale=${locale}`, { title, summary: `${summary} ` });
    expect(await count()).toBe(before);
  }
  await page.goto(`${world.siteUrl}/charte/creer-du-business`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Créer du business');
});
