import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** Of axe, which the statement on accessibility names. */
export const { version } = axe;

export interface Examination {
  /** A selector of the only part to examine: the whole page when absent. */
  within?: string;
  /** Whether what can be pressed must be 24 px large (WCAG 2.2, 2.5.8), which axe leaves out by default. */
  targets?: boolean;
}

/**
 * What axe finds wrong with a page as it is now, by all its rules. It runs in the page itself: many times faster than by a tool
 * that opens one more page for each run.
 *
 * @returns `<rule>: <elements>`, one for each rule that is broken
 */
export async function findViolations(
  page: Page,
  { within = 'html', targets = true }: Examination = {},
): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([within, targets]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const rules = { 'target-size': { enabled: targets } };
      const { violations } = await axe.run(within, { resultTypes: ['violations'], rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    [within, targets] as const,
  );
}
