import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { checkFigures } from './world/figures.ts';

const kinds = {
  home: '/',
  charter: '/charte',
  step: '/charte/favoriser-les-developpements-technologiques',
  directory: '/ressources?step=3',
  emptyDirectory: '/ressources?step=5&zone=brabant-wallon',
  resource: '/ressources/agoria',
  coverage: '/ressources/couverture',
  form: '/ressources/inscrire?step=5&zone=brabant-wallon',
  assessment: '/ou-en-etes-vous',
  outcome: '/ou-en-etes-vous?faites=1245678',
  faq: '/faq',
  emptyFaq: '/faq?q=zzz',
  glossary: '/glossaire',
  tour: '/webtour/la-charte-en-neuf-arrets',
  stop: '/webtour/la-charte-en-neuf-arrets/creer-du-business',
  text: '/vie-privee',
  statement: '/ecoconception',
  notFound: '/nulle-part',
} as const;
const languages = ['fr', 'en', 'nl'] as const;
const schemes = ['light', 'dark'] as const;
const widths = [320, 1280] as const;

for (const colorScheme of schemes) {
  for (const width of widths) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      for (const language of languages) {
        for (const [kind, address] of Object.entries(kinds)) {
          test(`${kind}, ${language}: no violation that axe can find, and nothing to scroll sideways for`, async ({
            page,
          }) => {
            await page.goto(language === 'fr' ? address : `/${language}${address === '/' ? '' : address}`);
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          });
        }
      }
    });
  }
}

test('the statement says what was checked', async ({ page }) => {
  const checked = { axe: axeVersion(), kinds: Object.keys(kinds), languages, schemes, widths };
  checkFigures('accessibility', checked, (shown, measured) => JSON.stringify(shown) === JSON.stringify(measured));
  await page.goto('/accessibilite');
  const count = Object.keys(kinds).length * languages.length * schemes.length * widths.length;
  await expect(page.locator('main')).toContainText(`${count} examens`);
});

function axeVersion(): string {
  const requireAsAxe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
  const { version } = JSON.parse(readFileSync(requireAsAxe.resolve('axe-core/package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
