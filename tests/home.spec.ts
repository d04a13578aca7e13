import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const doors = ['Où en êtes-vous ?', 'Trouver une ressource', 'Inscrire une ressource'];

test('one screen says what S-tetic is, shows the loop and opens three doors', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  const main = page.locator('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  await expect(main.locator('.lead')).toBeInViewport({ ratio: 1 });
  await expect(main.locator('.loop svg')).toBeInViewport({ ratio: 1 });
  for (const door of doors) await expect(main.getByRole('link', { name: door })).toBeInViewport({ ratio: 1 });
});

test('on a telephone the doors come before anything else to read', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/');
  for (const door of doors)
    await expect(page.locator('main').getByRole('link', { name: door })).toBeInViewport({ ratio: 1 });
});

test('then comes what is new, with its dates, and who stands behind it', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('main :not(.updated) > time')).toHaveCount(6);
  await expect(page.getByRole('heading', { name: 'Nouvelles ressources' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nouvelles questions' })).toBeVisible();
  const imprint = page.getByRole('region', { name: /^Édition/ });
  await expect(imprint.getByRole('link')).toHaveText([/Région wallonne/, /FEDER/]);
});

test('all that is needed to read it is in the first 14,000 bytes', async ({ baseURL }) => {
  const [response] = (await once(get(`${baseURL}/`, { headers: { 'accept-encoding': 'br' } }), 'response')) as [
    IncomingMessage,
  ];
  expect(response.headers['content-encoding']).toBe('br');
  expect(Buffer.concat(await response.toArray()).byteLength).toBeLessThanOrEqual(14_000);
});
