import { parse } from 'node-html-parser';
import { expect } from 'vitest';

/** That a page tells its refusal before all else: in its title, for who hears it or has many windows, then above its heading. */
export async function expectToldFirst(response: Response): Promise<void> {
  const page = parse(await response.text());
  expect(page.querySelector('title')?.text).toMatch(/^Erreur\u00A0: /);
  expect(page.querySelectorAll('main [role=alert], main h1').map(({ rawTagName }) => rawTagName)).toEqual([
    'div',
    'h1',
  ]);
}
