import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('a visitor goes round the loop, from step to step and back to the first', async ({ page }) => {
  await page.goto('/charte');
  // In the drawing, what can be clicked is the number and the title.
  await page.getByRole('link', { name: 'étape 1 : Se connaître' }).locator('circle').first().click();
  for (let number = 1; number <= 9; number += 1) {
    await expect(page.locator('main')).toContainText(`Étape ${number} sur 9`);
    await expect(page.locator('[aria-current="page"], [aria-current="step"]').first()).toBeAttached();
    await page.locator('a[rel=next]').click();
  }
  await expect(page).toHaveURL(/\/charte\/se-connaitre$/);
});

test('pages 4 to 9 say plainly what skipping step 3 leads to, and 1 to 3 do not', async ({ page, request }) => {
  const warnings: Record<number, RegExp> = {
    4: /prématuré/,
    5: /prématuré/,
    6: /développements risqués/,
    7: /lobbying/,
    8: /lobbying/,
    9: /développements risqués/,
  };
  const map = (await (await request.get('/sitemap.xml')).text()).match(/\/charte\/[a-z0-9-]+(?=<)/g)!;
  for (const path of new Set(map)) {
    await page.goto(path);
    const number = Number(/Étape (\d) sur 9/.exec(await page.locator('main').innerText())?.[1]);
    const warning = page.getByRole('heading', { name: /Si l’on saute l’étape/ });
    await expect(warning).toHaveCount(warnings[number] ? 1 : 0);
    if (warnings[number]) await expect(page.locator('main')).toContainText(warnings[number]);
  }
});

test('the loop can be walked with the keyboard alone', async ({ page }) => {
  await page.goto('/charte/creer-du-business');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Aller au contenu');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/);
  const next = page.locator('a[rel=next]');
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/charte\/developper-des-synergies/);
});

test('the reader chooses another language and stays on the same page', async ({ page }) => {
  await page.goto('/charte/creer-du-business');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL('/en/charte/creer-du-business');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('business');
});
