import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const kinds = {
  home: '/',
  charter: '/charte',
  step: '/charte/favoriser-les-developpements-technologiques',
  directory: '/ressources?step=3',
  'an empty directory': '/ressources?step=5&zone=brabant-wallon',
  resource: '/ressources/agoria',
  coverage: '/ressources/couverture',
  'form opened from an empty place': '/ressources/inscrire?step=5&zone=brabant-wallon',
  'nine questions': '/ou-en-etes-vous',
  'what comes next, with warnings': '/ou-en-etes-vous?faites=1245678',
  questions: '/faq',
  'stop of a tour': '/webtour/la-charte-en-neuf-arrets/creer-du-business',
  text: '/vie-privee',
  'page in French for want of Dutch': '/nl/charte/pratiquer-le-benchmarking',
  'page not found': '/nulle-part',
};

for (const { scheme, width } of [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 320 },
] as const) {
  test.describe(`${scheme}, ${width} pixels wide`, () => {
    test.use({ colorScheme: scheme, viewport: { width, height: 800 } });

    for (const [kind, address] of Object.entries(kinds)) {
      test(`${kind}: no violation that axe can find, and nothing to scroll sideways for`, async ({ page }) => {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  });
}
