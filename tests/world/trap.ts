import type { Page } from '@playwright/test';

/** Markup that only strangers' words could have made. */
const planted = [
  'main script:not([type="application/ld+json"]):not([type="module"])',
  'iframe',
  'object',
  'embed',
  'base',
  'main img[src^="http"]',
  'main link',
  'main style',
  ...['onerror', 'onload', 'onfocus', 'onmouseover'].map((name) => `[${name}]`),
  ...['javascript:', 'data:', 'vbscript:'].map((scheme) => `a[href^="${scheme}" i]`),
].join();

/**
 * Watches a page for anything that a stranger's words made it do: say, run, ask somebody else, or try to.
 *
 * @param hosts that it may ask
 * @returns what it did, filled as it goes
 */
export function setTrap(page: Page, hosts: readonly string[]): string[] {
  const caught: string[] = [];
  page.on('dialog', (dialog) => {
    caught.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && !hosts.includes(host)) caught.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) caught.push(`refused by CSP: ${message.text()}`);
  });
  return caught;
}

/** The markup in a page that strangers' words have become. */
export function findPlanted(page: Page): Promise<string[]> {
  return page.evaluate(
    (selector) => [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 200)),
    planted,
  );
}

/** What is wrong with an XML document, as the browser reads it. */
export function findXmlError(page: Page, xml: string): Promise<string | undefined> {
  return page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent,
    xml,
  );
}
