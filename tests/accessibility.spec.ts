import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { checkFigures } from './world/figures.ts';
import { addressIn, kindsOfPage } from './world/kinds.ts';

const languages = ['fr'] as const;
const schemes = ['light', 'dark'] as const;
/** A trace would record the whole page at each of the many questions that axe asks of it. */
test.use({ trace: 'off' });

/** 320 is a screen of 1280 at 400 %. */
const widths = [320, 1280] as const;

for (const language of languages) {
  for (const [kind, address] of Object.entries(kindsOfPage)) {
    test(`${kind}, ${language}: no violation that axe can find, and nothing to scroll sideways for`, async ({
      page,
    }) => {
      await page.goto(addressIn(language, address));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          const isFirst = width === widths[0] && colorScheme === schemes[0];
          expect(await findViolations(page, isFirst), `${width} px, ${colorScheme}`).toEqual([]);
        }
      }
    });
  }
}

test('the statement says what was checked', async ({ page }) => {
  const checked = { axe: axeVersion(), kinds: Object.keys(kindsOfPage), languages, schemes, widths };
  checkFigures('accessibility', checked, (shown, measured) => JSON.stringify(shown) === JSON.stringify(measured));
  await page.goto('/accessibilite');
  const count = Object.keys(kindsOfPage).length * languages.length * schemes.length * widths.length;
  await expect(page.locator('main')).toContainText(`${count} examens`);
});

/** What a width or a colour scheme can change: the rest of a page is the same document. */
const rulesOfAppearance = ['color-contrast', 'scrollable-region-focusable', 'link-in-text-block'];

async function findViolations(page: Page, isWhole: boolean): Promise<string[]> {
  // No frame of another origin is there, for which axe would open one more page at each run.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (isWhole ? axe : axe.withRules(rulesOfAppearance)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

function axeVersion(): string {
  const requireAsAxe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
  const { version } = JSON.parse(readFileSync(requireAsAxe.resolve('axe-core/package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
