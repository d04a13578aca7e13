import { expect, type Page, test } from '@playwright/test';
import { taken, trapHost } from './world/hostile.ts';
import { logIn } from './world/log-in.ts';
import { type MailedWorld, startMailedWorld } from './world/mailed-world.ts';
import { parseCsv } from './world/parse-csv.ts';
import { approveAll, oneLine, planted, plantHostile } from './world/plant-hostile.ts';
import { findPlanted, findXmlError, setTrap } from './world/trap.ts';

// One world, filled once: what each test looks at is another way out of it.
test.describe.configure({ mode: 'serial' });

const submissions = 'plugin::resources.submission';
const texts = Object.values(taken);
const trapped = new URLSearchParams({ q: taken['attribute, double quotes']! });

let mailed: MailedWorld;
let world: MailedWorld['world'];
let smtp: MailedWorld['smtp'];
let database: MailedWorld['database'];
let addresses: string[];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  mailed = await startMailedWorld('hostile-spec');
  ({ world, smtp, database } = mailed);
  await plantHostile(world, smtp);
});
test.afterAll(async () => {
  await mailed?.[Symbol.asyncDispose]();
});

test('in the panel, what waits and what was decided is text', async ({ page }) => {
  test.setTimeout(180_000);
  const caught = setTrap(page, [hostOf(world.cmsUrl)]);
  await logIn(page, world, 'moderator');
  for (const uid of planted) {
    await page.goto(`${world.cmsUrl}/admin/plugins/moderation?kind=${encodeURIComponent(uid)}`);
    const rows = page.getByRole('list', { name: /^Envois/ }).getByRole('listitem');
    await rows.last().getByRole('button').click();
    await expect(page.getByRole('article')).toContainText(oneLine(texts.at(-1)!, 60));
    // A domain that looks like another is told apart.
    if (uid === submissions) await expect(page.getByText('xn--goria-3ve.be')).toBeVisible();
    if (uid !== submissions && uid !== 'plugin::comments.revision') continue;
    for (const [index, text] of texts.entries()) {
      // What the first content holds is older.
      await rows
        .nth(index - texts.length)
        .getByRole('button')
        .click();
      await expect(page.getByRole('article')).toContainText(oneLine(text, 60));
    }
  }
  await approveAll(world);
  for (const type of ['comments.comment', 'resources.submission', 'resources.resource']) {
    await page.goto(`${world.cmsUrl}/admin/content-manager/collection-types/plugin::${type}?pageSize=100`);
    const row = page.getByRole('row').filter({ hasText: '<script>' }).first();
    await expect(row).toBeVisible({ timeout: 30_000 });
    await row.click();
    await expect(page.getByRole('textbox').first()).toBeVisible({ timeout: 30_000 });
  }
  expect(caught).toEqual([]);
});

test('on every page of the site it is text, in the words of its sender', async ({ page }) => {
  test.setTimeout(240_000);
  addresses = await findPublished();
  expect(addresses).toHaveLength(texts.length);
  const caught = setTrap(page, [hostOf(world.siteUrl)]);
  await expectText(page, '/charte/creer-du-business', 'text', texts);
  for (const [index, address] of addresses.entries()) {
    await visit(page, address);
    await expect(page.locator('h1')).toHaveText(oneLine(texts[index]!, 120));
  }
  for (const address of ['/ressources', '/ressources?page=2', '/ressources?page=3', '/ressources/couverture', '/'])
    await visit(page, address);
  expect(caught).toEqual([]);
});

test('searched for, it is text', async ({ page }) => {
  test.setTimeout(180_000);
  const caught = setTrap(page, [hostOf(world.siteUrl)]);
  for (const text of texts) {
    const words = oneLine(text, 100);
    await visit(page, `/recherche?${new URLSearchParams({ q: words })}`);
    await expect(page.getByRole('main').getByRole('combobox')).toHaveValue(words);
  }
  for (const address of [`/ressources?${trapped}`, `/faq?${trapped}`]) await visit(page, address);
  await page.goto(`${world.siteUrl}/recherche`);
  await page.getByRole('main').getByRole('combobox').pressSequentially('script');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await findPlanted(page)).toEqual([]);
  expect(caught).toEqual([]);
});

test('in a form that is shown again, it is what was typed', async ({ page }) => {
  const caught = setTrap(page, [hostOf(world.siteUrl)]);
  const hostile = taken['closing tags']!;
  await page.goto(`${world.siteUrl}/ressources/inscrire`);
  for (const box of await page.locator('main input[type="text"], main input:not([type]), main textarea').all())
    if (await box.isVisible()) await box.fill(hostile);
  await page.locator('main form[method="post"] button').last().click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('[name="summary"]')).toHaveValue(hostile);
  expect(await findPlanted(page)).toEqual([]);
  expect(caught).toEqual([]);
});

test('feeds and sitemaps are well formed, and lead nowhere else', async ({ page }) => {
  await page.goto(`${world.siteUrl}/robots.txt`);
  for (const address of ['/commentaires/feed.xml', '/ressources/feed.xml', '/faq/feed.xml', '/sitemap-1.xml']) {
    const xml = await read(address);
    expect(await findXmlError(page, xml), address).toBeUndefined();
    expect(xml).not.toMatch(/<(script|img|iframe|svg|style)\b/i);
    for (const [, link] of xml.matchAll(/(?:href="|<loc>)([^"<]+)/g))
      expect(new URL(link!).host).toBe(hostOf(world.siteUrl));
  }
  expect(await read('/commentaires/feed.xml')).toContain('&lt;script');
});

test('files of the open data hold the words, and no formula', async () => {
  for (const name of ['ressources.csv', 'experiences.csv']) {
    const rows = parseCsv(await read(`/donnees-ouvertes/${name}`));
    expect(rows.length).toBeGreaterThan(texts.length);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
  }
  for (const name of ['ressources.json', 'ressources.jsonld']) {
    const text = await read(`/donnees-ouvertes/${name}`);
    const names = new Set(texts.map((line) => oneLine(line, 120)));
    JSON.parse(text, (_, value: unknown) => (typeof value === 'string' && names.delete(value), value));
    expect([...names], name).toEqual([]);
  }
});

test('mails have the headers that we wrote and no others, and nothing in them runs', async () => {
  expect(smtp.mails.length).toBeGreaterThan(texts.length * 3);
  for (const { headers, headerLines, to, subject, html, attachments } of smtp.mails) {
    expect([to ?? []].flat()[0]!.value).toEqual([
      { name: '', address: expect.stringMatching(/^[a-z0-9-]+@exemple\.example$/) },
    ]);
    expect(headers.has('bcc') || headers.has('cc')).toBe(false);
    expect(headerLines.filter(({ key }) => key === 'subject')).toHaveLength(1);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(attachments).toEqual([]);
    expect(String(html)).not.toMatch(/<(script|img|iframe|svg|style|link|form)\b|href="(?!https?:\/\/127\.0\.0\.1)/i);
  }
});

test('nobody asked the host of the trap for anything, and the tables are still there', async () => {
  const { rows } = await database.query(
    `SELECT count(*)::int AS stored FROM comments_comments WHERE email LIKE 'piege-%'`,
  );
  expect(rows[0].stored).toBe(texts.length);
  expect(taken['event handler']).toContain(trapHost);
});

async function visit(page: Page, address: string): Promise<void> {
  const response = await page.goto(world.siteUrl + address);
  expect(response?.status(), address).toBe(200);
  expect(await findPlanted(page), address).toEqual([]);
}

/** Waits for a page to show all the texts, each as a whole of its own, and looks at it. */
async function expectText(page: Page, address: string, className: string, expected: readonly string[]): Promise<void> {
  const shown = () =>
    page.locator(`.comments .${className}`).evaluateAll((all) => all.map((one) => one.textContent!.trim()));
  await expect(async () => {
    await visit(page, address);
    expect(await shown()).toEqual(expect.arrayContaining(expected.map((text) => text.trim())));
  }).toPass({ timeout: 15_000 });
}

/** The pages of what was approved, in the order of the corpus. */
async function findPublished(): Promise<string[]> {
  const { rows } = await database.query<{ slug: string }>(
    `SELECT resource.slug FROM resources_submissions submission
    JOIN resources_resources resource ON resource.document_id = submission.listing
    WHERE submission.email LIKE 'piege-%' AND resource.published_at IS NOT NULL AND resource.locale = 'fr'
    ORDER BY substring(submission.email FROM '\\d+')::int`,
  );
  return rows.map(({ slug }) => `/ressources/${slug}`);
}

async function read(address: string): Promise<string> {
  const response = await fetch(world.siteUrl + address);
  expect(response.status, address).toBe(200);
  return response.text();
}

const hostOf = (url: string) => new URL(url).host;
