import { expect, type Page, test } from '@playwright/test';
import pg from 'pg';
import { findViolations } from './world/axe.ts';
import { sharedWorld } from './world/shared.ts';
import { type Spare, startSpareCms, startSpareSite } from './world/spare.ts';

const world = sharedWorld();
let cms: Spare;
let site: Spare;

test.beforeAll(async () => {
  cms = await startSpareCms(world, 'work-spec-cms', { FORMS_PER_HOUR: '30', FORMS_PER_HOUR_WITHOUT_PROOF: '1' });
  site = await startSpareSite(world, 'work-spec-site', cms.url);
  await endTheHour();
  await sendOne();
});
test.afterAll(async () => {
  await site?.end('SIGTERM');
  await cms?.end('SIGTERM');
});

test('a reader whose connection sent a form before sends theirs after a calculation, which leaves the page alive', async ({
  page,
}) => {
  const { violations, foreign, workers } = watch(page);
  await writeComment(page, 'Un calcul, et c’est parti.');
  await expect(page.getByRole('alert')).toContainText('attendre suffit');
  await expect(page.getByLabel('Votre commentaire')).toHaveValue('Un calcul, et c’est parti.');
  await expect(page.getByRole('status')).toHaveText('Le calcul est fait : vous pouvez envoyer.');
  expect(workers, 'the calculation runs beside the page').toHaveLength(1);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page).toHaveURL(/#commentaire-garde$/);
  expect([violations, foreign]).toEqual([[], []]);
});

test('whoever sends before the calculation is done need not send again', async ({ page }) => {
  await writeComment(page, 'Tout de suite.');
  await page.evaluate(() => document.querySelector<HTMLFormElement>('main form[method="post"]')!.requestSubmit());
  await expect(page).toHaveURL(/#commentaire-garde$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('waiting is enough, and every word is there', async ({ page }) => {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await writeComment(page, 'J’attendrai.');
    expect((await answer).status()).toBe(429);
    expect(Number((await answer).headers()['retry-after'])).toBeGreaterThan(60);
    await expect(page.getByRole('alert')).toContainText(/Réessayez dans \d+\smin\s: attendre suffit/);
    await expect(page.getByText('votre navigateur fait d’abord un calcul')).toBeHidden();
    await expect(page.getByLabel('Votre commentaire')).toHaveValue('J’attendrai.');
    await expect(page.getByRole('radio', { name: 'Publier ce commentaire' })).toBeChecked();
    await endTheHour();
    await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
    await expect(page).toHaveURL(/#commentaire-garde$/);
  });
});

async function writeComment(page: Page, text: string): Promise<void> {
  await page.goto(`${site.url}/charte/creer-du-business`);
  await page.getByRole('radio', { name: 'Publier ce commentaire' }).check();
  await page.getByLabel('Votre nom').fill('Une gérante');
  await page.getByLabel('Votre adresse e-mail').fill(`calcul-${Date.now()}@exemple.example`);
  await page.getByLabel('Votre commentaire').fill(text);
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
}

/** What the browser refuses to run, whom else it asks, and what it runs beside the page. */
function watch(page: Page): Record<'violations' | 'foreign' | 'workers', string[]> {
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const violations: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('429')) violations.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) foreign.push(request.url());
  });
  return { violations, foreign, workers };
}

/** One form of this connection: those that follow are asked for work. */
async function sendOne(): Promise<void> {
  const response = await fetch(`${site.url}/commenter`, {
    method: 'POST',
    headers: { origin: site.url },
    body: new URLSearchParams({
      path: '/charte',
      audience: 'remark',
      author: 'Une lectrice',
      email: `premier-${Date.now()}@exemple.example`,
      text: `Le premier. ${Date.now()}`,
    }),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
}

async function endTheHour(): Promise<void> {
  const database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  await database.query('DELETE FROM limits.counts');
  await database.end();
}
