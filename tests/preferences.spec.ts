import { expect, test } from '@playwright/test';
import { kindsOfPage } from './world/kinds.ts';

test.describe('with the colours that the system forces', () => {
  test.use({ forcedColors: 'active' });

  for (const [kind, address] of Object.entries(kindsOfPage)) {
    test(`${kind}: what can be pressed or filled in has an edge or an underline that shows`, async ({ page }) => {
      await page.goto(address);
      const hidden = await page.evaluate(() => {
        const isVisible = (element: Element) => element.getClientRects().length > 0;
        const hasEdge = (element: Element) => {
          const { borderStyle, borderWidth, textDecorationLine, outlineStyle } = getComputedStyle(element);
          return (
            textDecorationLine.includes('underline') ||
            (borderStyle !== 'none' && borderWidth !== '0px') ||
            outlineStyle !== 'none'
          );
        };
        const controls = 'button, input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select';
        return [...document.querySelectorAll(controls)]
          .filter((element) => isVisible(element) && !hasEdge(element))
          .map(({ outerHTML }) => outerHTML);
      });
      expect(hidden).toEqual([]);
    });
  }
});

test('what moves is still for who asks for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of Object.values(kindsOfPage)) {
    await page.goto(address);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
          const lasts = (durations: string) => durations.split(',').some((duration) => parseFloat(duration) > 0.01);
          return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
    expect(moving, address).toEqual([]);
  }
});
