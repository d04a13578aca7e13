import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { checkFigures, readFigures } from './world/figures.ts';

// What the statement on eco-design says of each kind of page is measured here, in a real browser that comes for the first time.

const kinds = {
  home: '/',
  charter: '/charte',
  step: '/charte/creer-du-business',
  directory: '/ressources',
  resource: '/ressources/agoria',
  form: '/ressources/inscrire',
  faq: '/faq',
  glossary: '/glossaire',
  stop: '/webtour/la-charte-en-neuf-arrets/se-connaitre',
  text: '/definition-du-cluster',
} as const;

interface Weight {
  /** All that the browser receives to show the page, compressed. */
  bytes: number;
  requests: number;
  /** Of JavaScript. */
  scriptBytes: number;
  /** That the database answers when the page is made anew. */
  queries: number;
}
interface Figures {
  pages: Record<string, Weight>;
}

const budgets = Object.values(
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'budgets/queries.json'), 'utf8')) as Record<
    string,
    { path: string; queries: number }
  >,
);

for (const [kind, address] of Object.entries(kinds)) {
  test(`${kind}: what the statement says that it weighs is what it weighs, within a tenth`, async ({
    page,
    baseURL,
  }) => {
    const weight = await weigh(page, baseURL!, address);
    const { pages } = readFigures<Figures>('ecodesign');
    checkFigures<Figures>('ecodesign', { pages: { ...pages, [kind]: weight } }, (shown) => {
      const { bytes = 0, ...others } = shown.pages[kind] ?? {};
      const isClose = Math.abs(bytes - weight.bytes) <= weight.bytes / 10;
      return isClose && JSON.stringify({ bytes: weight.bytes, ...others }) === JSON.stringify(weight);
    });
  });
}

test('the statement shows each figure', async ({ page }) => {
  const { pages } = readFigures<Figures>('ecodesign');
  await page.goto('/ecoconception');
  const table = page.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(Object.keys(pages).length + 1);
  await expect(table.getByRole('row').nth(1)).toContainText(String(pages['home']!.queries));
});

test('the home page needs one round trip to be read, and no page is heavy', async ({ baseURL }) => {
  for (const address of Object.values(kinds)) {
    const bytes = await sizeOf(new URL(address, baseURL));
    expect(bytes, address).toBeLessThanOrEqual(address === '/' ? 14_000 : 30_000);
  }
});

async function weigh(page: Page, site: string, address: string): Promise<Weight> {
  const asked: { url: string; isScript: boolean }[] = [];
  page.on('request', (request) => {
    // The icon of the site is asked for once for all its pages, at a moment of the browser's own.
    if (request.url().endsWith('/favicon.svg')) return;
    asked.push({ url: request.url(), isScript: request.resourceType() === 'script' });
  });
  await page.goto(new URL(address, site).href, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(asked.map(({ url }) => sizeOf(new URL(url))));
  return {
    bytes: sum(sizes),
    requests: asked.length,
    scriptBytes: sum(sizes.filter((_, index) => asked[index]!.isScript)),
    queries: queriesOf(address),
  };
}

function queriesOf(address: string): number {
  const budget = budgets.find((budget) => budget.path === address);
  if (!budget) throw new Error(`tests/budgets/queries.json says nothing of ${address}: give it a budget there.`);
  return budget.queries;
}

/** The bytes of an answer's body as a browser on the public site would ask for it: over https they all know Brotli. */
function sizeOf(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
