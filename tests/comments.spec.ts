import { expect, test } from '@playwright/test';
import { openPanel } from './world/panel.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();

test.use({ javaScriptEnabled: false });

test('a reader comments a page, and everyone reads it once staff approved it', async ({ page }) => {
  const text = `Nous avons sauté l’étape 3, <script>alert(1)</script> et nous l’avons payé. ${Date.now()}`;
  await page.goto('/charte/creer-du-business');
  await page.getByLabel('Votre nom').fill('Une gérante');
  await page.getByLabel('Votre adresse e-mail').fill('gerante@exemple.example');
  await page.getByLabel('Votre commentaire').fill(text);
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page).toHaveURL(/\/charte\/creer-du-business#/);
  await expect(page.getByText('Merci, votre commentaire est bien arrivé')).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);

  const panel = await openPanel(world, 'moderator');
  const { items } = await panel.send<{ items: { uid: string; documentId: string; fields: { value: string }[] }[] }>(
    'GET',
    '/moderation/waiting',
  );
  const { uid, documentId } = items.find(({ fields }) => fields.some(({ value }) => value === text))!;
  await panel.send('POST', '/moderation/decisions', { uid, documentId, decision: 'approved' });
  await expect(panel.send('POST', '/moderation/decisions', { uid, documentId, decision: 'spam' })).rejects.toThrow(
    'Modération S-tetic a déjà décidé',
  );

  await expect(async () => {
    await page.goto('/charte/creer-du-business');
    await expect(page.getByText(text)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  expect(await page.content()).not.toContain('gerante@exemple.example');
  expect(await page.content()).toContain('&lt;script&gt;');
});

test('an empty comment comes back with what is wrong', async ({ page }) => {
  await page.goto('/faq');
  await page.getByLabel('Votre nom').fill('Un conseiller');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page.getByRole('alert')).toContainText('Votre commentaire');
  await expect(page.getByLabel('Votre nom')).toHaveValue('Un conseiller');
});

test.describe('a form that no reader could send is refused, and says why', () => {
  const sendForm = (form: Record<string, string>) => async (request: import('@playwright/test').APIRequestContext) =>
    request.post('/commenter', { form, headers: { origin: world.siteUrl } });

  test('a comment for a page that does not exist', async ({ request }) => {
    const response = await sendForm({ path: '/nulle-part', author: 'A', text: 'B' })(request);
    expect(response.status()).toBe(404);
    expect(await response.text()).toContain('n’existe pas');
  });

  test('a field of 1,000,000 characters', async ({ request }) => {
    const response = await sendForm({ path: '/charte', author: 'A', text: 'b'.repeat(1_000_000) })(request);
    expect([413, 422]).toContain(response.status());
    expect(await response.text()).toMatch(/caractères au plus|trop lourd/);
  });

  test('a body of 10 MB', async ({ request }) => {
    const response = await sendForm({ path: '/charte', author: 'A', text: 'b'.repeat(10_000_000) })(request);
    expect(response.status()).toBe(413);
    expect(await response.text()).toContain('trop lourd');
  });

  test('an unknown language', async ({ request }) => {
    const response = await request.post('/xx/commenter', {
      form: { path: '/charte', author: 'A', text: 'B' },
      headers: { origin: world.siteUrl },
    });
    expect(response.status()).toBe(404);
  });

  test('the second sending of the same comment', async ({ request }) => {
    const form = { path: '/charte', author: 'A', text: `Deux fois ${Date.now()}` };
    await sendForm(form)(request);
    const again = await sendForm(form)(request);
    expect(again.url()).toContain('#commentaire-deja-recu');
  });
});
