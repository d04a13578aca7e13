import { expect, type Page, test } from '@playwright/test';
import { findViolations } from './world/axe.ts';
import { linkIn, readKeptMail } from './world/mailbox.ts';
import { openPanel } from './world/panel.ts';
import { commentWith, postForm } from './world/posting.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();

test.use({ javaScriptEnabled: false });

test('a reader comments a page, and everyone reads it once staff approved it', async ({ page }) => {
  const email = `gerante-${Date.now()}@exemple.example`;
  const text = `Nous avons sauté l’étape 3, <script>alert(1)</script> et nous l’avons payé. ${Date.now()}`;
  await page.goto('/charte/creer-du-business');
  await page.getByRole('radio', { name: 'Publier ce commentaire' }).check();
  await page.getByLabel('Votre nom').fill('Une gérante');
  await page.getByLabel('Votre adresse e-mail').fill(email);
  await page.getByLabel('Votre commentaire').fill(text);
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page).toHaveURL(/\/charte\/creer-du-business#/);
  // The world of the tests has no mail server, and the page does not pretend otherwise.
  await expect(page.getByText('aucun courriel n’est parti')).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);
  await page.goto(linkIn((await readKeptMail(world, email)).text));
  await page.getByRole('button', { name: 'Confirmer mon envoi' }).click();
  await expect(page.getByRole('heading', { name: 'C’est confirmé, merci' })).toBeVisible();

  const panel = await openPanel(world, 'moderator');
  const { uid, documentId } = await findWaiting(text);
  await panel.send('POST', '/moderation/decisions', { uid, documentId, decision: 'approved' });
  await expect(panel.send('POST', '/moderation/decisions', { uid, documentId, decision: 'spam' })).rejects.toThrow(
    'Modération S-tetic a déjà décidé',
  );

  await expect(async () => {
    await page.goto('/charte/creer-du-business');
    await expect(page.getByText(text)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  expect(await page.content()).not.toContain(email);
  expect(await page.content()).toContain('&lt;script&gt;');
  expect((await readKeptMail(world, email)).text).toContain(page.url());
});

test('a remark to the animation is read by staff, and never published', async ({ page }) => {
  const email = `lecteur-${Date.now()}@exemple.example`;
  const text = `Une coquille au troisième paragraphe, ${Date.now()}.`;
  await page.goto('/charte/se-connaitre');
  await page.getByRole('radio', { name: 'L’adresser à l’animation seulement' }).check();
  await page.getByLabel('Votre nom').fill('Un lecteur');
  await page.getByLabel('Votre adresse e-mail').fill(email);
  await page.getByLabel('Votre commentaire').fill(text);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.goto(linkIn((await readKeptMail(world, email)).text));
  await page.getByRole('button', { name: 'Confirmer mon envoi' }).click();
  await expect(page.getByRole('heading', { name: 'C’est confirmé' })).toBeVisible();

  const item = await findWaiting(text);
  expect(item.isRemark).toBe(true);
  const { uid, documentId } = item;
  const panel = await openPanel(world, 'moderator');
  await panel.send('POST', '/moderation/decisions', { uid, documentId, decision: 'approved' });
  const { page: charter } = (await (await fetch(`${world.cmsUrl}/api/charter/steps/se-connaitre`)).json()) as {
    page: { comments: { text: string }[] };
  };
  expect(charter.comments.length).toBeGreaterThan(0);
  expect(charter.comments.map((comment) => comment.text)).not.toContain(text);
  expect(await (await fetch(`${world.cmsUrl}/api/comments/latest`)).text()).not.toContain(text);
});

test('a reader answers a comment, then takes the answer back by the link of the mail', async ({ page }) => {
  const email = `reponse-${Date.now()}@exemple.example`;
  const text = `La deuxième est venue au printemps. ${Date.now()}`;
  await page.goto('/charte/creer-du-business');
  await page.getByRole('link', { name: 'Répondre à Un conseiller d’intercommunale' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Répondre à Un conseiller');
  await expect(page.locator('blockquote')).toContainText('la première facture commune');
  await page.getByLabel('Votre nom').fill('Une associée');
  await page.getByLabel('Votre adresse e-mail').fill(email);
  await page.getByLabel('Votre réponse').fill(text);
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'Me prévenir' }).check();
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(page.getByText('aucun courriel n’est parti')).toBeVisible();
  await page.goto(linkIn((await readKeptMail(world, email)).text));
  await page.getByRole('button', { name: 'Confirmer mon envoi' }).click();

  const panel = await openPanel(world, 'moderator');
  const { uid, documentId } = await findWaiting(text);
  const { text: receipt } = await readKeptMail(world, email);
  await panel.send('POST', '/moderation/decisions', { uid, documentId, decision: 'approved' });
  await expect(async () => {
    await page.goto('/charte/creer-du-business');
    const conversation = page.getByRole('listitem').filter({ hasText: 'la première facture commune' });
    await expect(conversation.getByRole('listitem').filter({ hasText: text })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });

  await page.goto(linkIn(receipt));
  await expect(page.getByLabel('Votre commentaire')).toHaveValue(text);
  await page.getByRole('link', { name: 'Retirer ce commentaire' }).click();
  await page.getByRole('button', { name: 'Oui, le retirer' }).click();
  await expect(page.getByRole('heading', { name: 'Votre commentaire est retiré' })).toBeVisible();
  await expect(async () => {
    await page.goto('/charte/creer-du-business');
    await expect(page.getByText(text)).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
});

test('a visitor reports an error in a listing, and a comment', async ({ page }) => {
  await page.goto('/ressources/cetic');
  await page.getByRole('link', { name: 'Signaler une erreur dans cette fiche' }).click();
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await expect(page.getByRole('alert')).toContainText('Qu’est-ce qui ne va pas');
  await page.getByRole('radio', { name: 'Un lien ne fonctionne pas' }).check();
  await page.getByLabel('Précision').fill(`La page d’accueil. ${Date.now()}`);
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await expect(page.getByRole('heading', { name: 'votre signalement est arrivé' })).toBeVisible();

  await page.goto('/charte/creer-du-business');
  await page.getByRole('link', { name: 'Signaler le commentaire de Un conseiller' }).click();
  await expect(page.getByRole('radio')).toHaveCount(4);
  await expect(page.locator('blockquote')).toContainText('la première facture commune');
});

test('a reader asks for their data from the privacy page', async ({ page }) => {
  await page.goto('/vie-privee');
  await page.getByRole('link', { name: 'Voir, télécharger ou effacer mes données' }).click();
  await page.getByLabel('Votre adresse e-mail').fill(`personne-${Date.now()}@exemple.example`);
  await page.getByRole('button', { name: 'Recevoir le lien' }).click();
  await expect(page.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
});

test('an empty comment comes back with what is wrong', async ({ page }) => {
  await page.goto('/faq');
  await page.getByLabel('Votre nom').fill('Un conseiller');
  await page.getByRole('button', { name: 'Envoyer le commentaire' }).click();
  await expect(page.getByRole('alert')).toContainText('Votre commentaire');
  await expect(page.getByLabel('Votre nom')).toHaveValue('Un conseiller');
});

test.describe('the pages that mails lead to, and those of errors', () => {
  // axe is a script.
  test.use({ javaScriptEnabled: true });

  test('have no violation that axe can find', async ({ page }) => {
    const email = `axe-liens-${Date.now()}@exemple.example`;
    const text = `Que disent les pages secrètes ? ${Date.now()}`;
    await postForm(world, '/commenter', commentWith({ email, text }));
    const proof = await mailedLink(email);
    await look(page, proof);
    await page.getByRole('button', { name: 'Confirmer mon envoi' }).click();
    await look(page);
    const own = await mailedLink(email);
    await look(page, own);
    await look(page, `${own}/retirer`);
    await postForm(world, '/mes-donnees', { email, website: '' });
    await expect.poll(() => mailedLink(email)).toContain('/mes-donnees/');
    const data = await mailedLink(email);
    await look(page, data);
    await look(page, `${data}/effacer`);

    const { uid, documentId } = await findWaiting(text);
    const asked = { uid, documentId, decision: 'asked', reason: 'De quelle page parlez-vous ?' };
    await (await openPanel(world, 'moderator')).send('POST', '/moderation/decisions', asked);
    await look(page, await mailedLink(email));
    await page.getByLabel('Votre réponse').fill('De celle-ci.');
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await look(page);

    for (const secret of ['confirmer', 'mon-commentaire', 'mes-donnees', 'question', 'suivi'])
      await look(page, `/${secret}/${'a'.repeat(43)}`);
    for (const address of ['/faq', '/signaler/fiche/cetic']) {
      await page.goto(address);
      await page.getByRole('button', { name: /^Envoyer le/ }).click();
      await page.getByRole('alert').waitFor();
      await look(page);
    }
  });

  async function look(page: Page, address?: string): Promise<void> {
    if (address) await page.goto(address);
    expect(await findViolations(page), page.url()).toEqual([]);
  }

  const mailedLink = async (email: string) => linkIn((await readKeptMail(world, email)).text);
});

test.describe('a form that no reader could send is refused, and says why', () => {
  const comment = { path: '/charte', audience: 'publish', author: 'A', email: 'a@exemple.example', text: 'B' };
  const sendForm = (form: Record<string, string>) => async (request: import('@playwright/test').APIRequestContext) =>
    request.post('/commenter', { form, headers: { origin: world.siteUrl } });

  test('a comment for a page that does not exist', async ({ request }) => {
    const response = await sendForm({ ...comment, path: '/nulle-part' })(request);
    expect(response.status()).toBe(404);
    expect(await response.text()).toContain('n’existe pas');
  });

  test('a field of 1,000,000 characters', async ({ request }) => {
    const response = await sendForm({ ...comment, text: 'b'.repeat(1_000_000) })(request);
    expect([413, 422]).toContain(response.status());
    expect(await response.text()).toMatch(/caractères au plus|trop lourd/);
  });

  test('a body of 10 MB', async ({ request }) => {
    const response = await sendForm({ ...comment, text: 'b'.repeat(10_000_000) })(request);
    expect(response.status()).toBe(413);
    expect(await response.text()).toContain('trop lourd');
  });

  test('an unknown language', async ({ request }) => {
    const response = await request.post('/xx/commenter', {
      form: comment,
      headers: { origin: world.siteUrl },
    });
    expect(response.status()).toBe(404);
  });

  test('the second sending of the same comment', async ({ request }) => {
    const form = { ...comment, text: `Deux fois ${Date.now()}` };
    await sendForm(form)(request);
    const again = await sendForm(form)(request);
    expect(again.url()).toContain('#commentaire-deja-recu');
  });
});

interface Waiting {
  uid: string;
  documentId: string;
  isRemark?: true;
  excerpt: string;
}

async function findWaiting(text: string): Promise<Waiting> {
  const panel = await openPanel(world, 'moderator');
  const { items } = await panel.send<{ items: Waiting[] }>('GET', '/moderation/waiting');
  return items.find(({ excerpt }) => excerpt === text)!;
}
