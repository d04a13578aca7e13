import { expect, type Page, test } from '@playwright/test';
import { findViolations, version } from './world/axe.ts';
import { checkFigures } from './world/figures.ts';
import { addressIn, kindsOfPage } from './world/kinds.ts';

const languages = ['fr', 'en', 'nl'] as const;
const schemes = ['light', 'dark'] as const;
/** A trace would record the whole page at each of the many questions that axe asks of it. */
test.use({ trace: 'off' });

/** 320 is a screen of 1280 at 400 %. */
const widths = [320, 1280] as const;

for (const language of languages) {
  for (const [kind, address] of Object.entries(kindsOfPage)) {
    test(`${kind}, ${language}: no violation that axe can find, and nothing to scroll sideways for`, ({ page }) =>
      examine(page, addressIn(language, address)));
  }
}

test('a page in French for want of Dutch: no violation that axe can find, and nothing to scroll sideways for', ({
  page,
}) => examine(page, '/nl/charte/pratiquer-le-benchmarking'));

test('the statement says what was checked', async ({ page }) => {
  const checked = { axe: version, kinds: Object.keys(kindsOfPage), languages, schemes, widths };
  checkFigures('accessibility', checked, (shown, measured) => JSON.stringify(shown) === JSON.stringify(measured));
  await page.goto('/accessibilite');
  const count = Object.keys(kindsOfPage).length * languages.length * schemes.length * widths.length;
  await expect(page.locator('main')).toContainText(`${count} examens`);
});

async function examine(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}
