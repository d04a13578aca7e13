import { expect, test, type Page } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('a word of the charter leads to its definition, and the definition to the step', async ({ page }) => {
  await page.goto('/charte/se-connaitre');
  await page.locator('main').getByRole('link', { name: 'chaîne de valeur' }).click();
  await expect(page).toHaveURL(/\/glossaire#chaine-de-valeur$/);
  const definition = page.locator(':target');
  await expect(definition.locator('dfn')).toHaveText('Chaîne de valeur');
  await definition.getByRole('link', { name: 'Étape 1' }).click();
  await expect(page).toHaveURL(/\/charte\/se-connaitre$/);
});

for (const address of ['/', '/charte', '/charte/creer-du-business', '/faq', '/definition-du-cluster', '/en/charte']) {
  test(`${address} links each term of the glossary once, and no heading, link or code`, async ({ page }) => {
    await page.goto(address);
    const terms = page.locator('a.term');
    const addresses = await terms.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.length).toBeGreaterThan(1);
    expect(new Set(addresses).size).toBe(addresses.length);
    await expect(page.locator(':is(h1, h2, h3, h4, a, code, summary) a.term')).toHaveCount(0);
  });
}

test('it is the first use of a term that is linked', async ({ page }) => {
  await page.goto('/charte');
  const late = await page.locator('main').evaluate((main) => {
    const texts = [...main.querySelectorAll('.prose *')]
      .filter((element) => !element.closest('a, h3, h4, h5, code'))
      .flatMap(({ childNodes }) => [...childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE));
    const isUsedBefore = (link: Element) =>
      texts.some(
        (text) =>
          link.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING &&
          new RegExp(`(?<![\\p{L}\\p{N}-])${link.textContent}(?![\\p{L}\\p{N}-])`, 'u').test(text.textContent ?? ''),
      );
    return [...main.querySelectorAll('a.term')].filter(isUsedBefore).map(({ textContent }) => textContent);
  });
  expect(late).toEqual([]);
});

test('what strangers wrote is left as they wrote it', async ({ page }) => {
  await page.goto('/ressources/agoria');
  await expect(page.locator('main a.term')).toHaveCount(0);
});

test.describe('questions', () => {
  test('a reader finds one by a word, whatever its accents, and can hand on the address', async ({ page }) => {
    await page.goto('/faq');
    await page.getByRole('searchbox').fill('REUNIONS');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/faq?q=REUNIONS');
    await expect(page.getByRole('heading', { name: /^3 questions sur \d+ contiennent «\sREUNIONS\s»$/ })).toBeVisible();
    await expect(page.locator('main article')).toHaveCount(3);
    await page.goto('/en/faq?q=meeting');
    await expect(page.getByRole('searchbox', { name: 'Search the questions' })).toHaveValue('meeting');
    await page.getByRole('link', { name: /^See all \d+ questions$/ }).click();
    await expect(page).toHaveURL('/en/faq');
  });

  test('when nothing is found, the page says what to try', async ({ page }) => {
    await page.goto('/faq?q=<b>xyzzy</b>');
    await expect(page.getByRole('heading', { name: /Aucune question ne contient « <b>xyzzy<\/b> »/ })).toBeVisible();
    await expect(page.locator('main article')).toHaveCount(0);
    await page.getByRole('link', { name: /Posez votre question en commentaire/ }).click();
    await expect(page).toHaveURL(/#commentaires$/);
  });

  test('each has an address that stays, reached with the keyboard', async ({ page, baseURL }) => {
    await page.goto('/faq?q=cluster');
    const question = page.locator('#qu-est-ce-qu-un-cluster');
    await expect(question).toContainText(`${baseURL}/faq#qu-est-ce-qu-un-cluster`);
    await question.getByRole('link', { name: 'Lien permanent' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/faq#qu-est-ce-qu-un-cluster');
    await expect(page.locator(':target')).toContainText('Qu’entendez-vous par');
  });

  test('each leads to the steps that it concerns', async ({ page }) => {
    await page.goto('/faq');
    await page.locator('#travailler-avec-ses-concurrents').getByRole('link', { name: 'Étape 3' }).click();
    await expect(page).toHaveURL(/\/charte\/creer-du-business$/);
  });
});

test('a tour is walked to its end with the keyboard, left and taken up again', async ({ page }) => {
  await page.goto('/webtour/je-cherche-un-appui');
  await page.getByRole('link', { name: 'Commencer la visite' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/situer-son-etape$/);
  const stops = page.getByRole('navigation', { name: 'Les arrêts de cette visite' });
  const total = await stops.getByRole('listitem').count();
  for (let position = 1; position < total; position += 1) {
    await expect(page.locator('main')).toContainText(`Arrêt ${position} sur ${total}`);
    await expect(stops.locator('[aria-current=step]')).toHaveText((await page.locator('h1').innerText()).trim());
    await page.locator('a[rel=next]').focus();
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('main')).toContainText('La visite s’arrête ici');
  const address = page.url();
  await page.goto('/');
  await page.goto(address);
  await expect(page.locator('main')).toContainText(`Arrêt ${total} sur ${total}`);
  await page.getByRole('link', { name: 'Lire ou imprimer toute la visite' }).click();
  await expect(page.locator('#visite ~ section')).toHaveCount(total);
});

test.describe('on paper', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

  test('the charter is a document: cover, contents, nothing folded, no empty section', async ({ page }) => {
    await page.goto('/en/charte');
    const cover = page.locator('.cover');
    await expect(cover).toHaveText(/S-tetic · 2026 edition · Agoria Hainaut Namur · text of /);
    await expect(cover).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeHidden();
    const questions = page.locator('#etape-1').locator('xpath=../details').getByText('What did we actually deliver');
    await expect(questions).toBeVisible();
    await page.goto('/charte/favoriser-les-developpements-technologiques');
    await expect(page.getByRole('heading', { name: 'Commentaires' })).toBeHidden();
  });

  test('no heading is cut from its text', async ({ page }) => {
    for (const address of ['/charte', '/charte/creer-du-business', '/webtour/la-charte-en-neuf-arrets']) {
      await page.goto(address);
      const cut = await page
        .locator('main :is(h1, h2, h3, h4):visible')
        .evaluateAll(
          (headings) => headings.filter((heading) => getComputedStyle(heading).breakAfter !== 'avoid').length,
        );
      expect(cut, address).toBe(0);
    }
  });

  test('the whole tour prints with the addresses to visit', async ({ page, baseURL }) => {
    await page.goto('/webtour/la-charte-en-neuf-arrets');
    await expect(page.getByText(`${baseURL}/charte/creer-du-business`, { exact: true })).toBeVisible();
  });
});

test('the name of the site is never cut at its hyphen', async ({ page }) => {
  for (const width of [320, 345, 371, 402, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['/', '/faq', '/definition-du-cluster']) {
      await page.goto(address);
      expect(await linesOfNames(page), `${address} at ${width} pixels`).toEqual([1]);
    }
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 780 } });

  test('a reader moves round the loop by touching its steps', async ({ page }) => {
    await page.goto('/charte/creer-du-business');
    await page
      .getByRole('link', { name: /^étape 4 / })
      .locator('circle')
      .first()
      .tap();
    await expect(page).toHaveURL(/\/charte\/developper-des-synergies/);
    await expect(page.getByRole('link', { name: /^étape 4 .*vous êtes ici/ })).toBeAttached();
  });
});

/** On how many lines the name stands, wherever it is written in the page. */
function linesOfNames(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const counts = new Set<number>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index } of (node.textContent ?? '').matchAll(/S-tetic/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 'S-tetic'.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 0) counts.add(lines.size);
      }
    }
    return [...counts];
  });
}
