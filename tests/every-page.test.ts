import { HtmlValidate } from 'html-validate';
import { parse, type HTMLElement } from 'node-html-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { addressIn, kindsOfPage } from './world/kinds.ts';
import { sharedWorld } from './world/shared.ts';

// Visits every address that the CMS knows, in every language: a new feature is checked before its author writes a test.

const { cmsUrl, siteUrl } = sharedWorld();

interface SiteMap {
  pages: { path: string; locales: string[] }[];
  locales: string[];
}
interface Thing {
  '@type': string;
  itemListElement?: { item: string }[];
}
interface Visited {
  address: string;
  status: number;
  headers: Headers;
  html: string;
  document: HTMLElement;
}

const siteMap = (await (await fetch(`${cmsUrl}/api/pages/map`)).json()) as SiteMap;
const addresses = siteMap.pages.flatMap(({ path }) => siteMap.locales.map((locale) => addressIn(locale, path)));
const visited = new Map<string, Visited>();

beforeAll(async () => {
  for (const address of addresses) visited.set(address, await visit(address));
}, 240_000);

test('there is a page for each language of each address', () => {
  expect(siteMap.pages.length).toBeGreaterThan(80);
  expect(siteMap.locales).toEqual(['fr', 'en', 'nl']);
});

describe('every page', () => {
  test('answers 200', () => {
    expect(addressesWhere(({ status }) => status !== 200)).toEqual([]);
  });

  test('has one h1, a title and a main part', () => {
    const lacks = ({ document }: Visited) =>
      document.querySelectorAll('h1').length !== 1 ||
      !document.querySelector('title')?.text ||
      !document.querySelector('main');
    expect(addressesWhere(lacks)).toEqual([]);
  });

  test('says its language', () => {
    const languageOf = (address: string) => /^\/(en|nl)(\/|$)/.exec(address)?.[1] ?? 'fr';
    expect(
      addressesWhere(
        ({ address, document }) => document.querySelector('html')?.getAttribute('lang') !== languageOf(address),
      ),
    ).toEqual([]);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
    const faults: string[] = [];
    const others = await Promise.all(Object.values(kindsOfPage).map(visit));
    for (const { address, html } of [...visited.values(), ...others]) {
      const { results } = await validator.validateString(html);
      faults.push(...results.flatMap(({ messages }) => messages.map(({ message }) => `${address}: ${message}`)));
    }
    expect(faults).toEqual([]);
  }, 120_000);

  test('has a canonical address on the configured site', () => {
    const canonical = ({ document }: Visited) =>
      document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
    expect(addressesWhere((page) => !canonical(page).startsWith(siteUrl))).toEqual([]);
  });

  test('sets no cookie, runs no script and calls nobody else', () => {
    const strays = ({ headers, document }: Visited) =>
      headers.has('set-cookie') ||
      document.querySelectorAll('script:not([type="application/ld+json"])').length > 0 ||
      [...document.querySelectorAll('[src], link[rel=stylesheet], link[rel=preload]')].some((element) =>
        /^(https?:)?\/\//.test(element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
      );
    expect(addressesWhere(strays)).toEqual([]);
  });

  test('has structured data that is JSON, and a breadcrumb that ends with itself wherever it shows one', () => {
    const isWrong = ({ document }: Visited) => {
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
      const things = document
        .querySelectorAll('script[type="application/ld+json"]')
        .flatMap((script) => (JSON.parse(script.innerHTML) as { '@graph': Thing[] })['@graph']);
      const breadcrumb = things.find((thing) => thing['@type'] === 'BreadcrumbList')?.itemListElement;
      const shown = document.querySelectorAll('.breadcrumbs a').length;
      return shown > 0 ? breadcrumb?.length !== shown + 1 || breadcrumb.at(-1)?.item !== canonical : breadcrumb;
    };
    expect(addressesWhere((page) => Boolean(isWrong(page)))).toEqual([]);
  });

  test('names a picture for where it is shared, of the size that it says', () => {
    const property = ({ document }: Visited, name: string) =>
      document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? '';
    expect(
      addressesWhere(
        (page) =>
          !/^http.*\/partage\/[a-z0-9_-]+\.png$/.test(property(page, 'og:image')) ||
          property(page, 'og:image:alt') === '' ||
          `${property(page, 'og:image:width')}x${property(page, 'og:image:height')}` !== '1200x630',
      ),
    ).toEqual([]);
  });

  test('has no style attribute, which the content policy would block', () => {
    expect(addressesWhere(({ document }) => document.querySelectorAll('[style]').length > 0)).toEqual([]);
  });

  test('shows no key of the catalogue in place of a word', () => {
    const key =
      /\b(nav|form|comment|proof|follow|manage|takeOver|claim|mail|assessment|coverage|error|resource|resources|step|charter|faq|tour|footer|page|loop|home|feed|fallback|edition|data)\.[a-z][A-Za-z.]+\b/;
    expect(addressesWhere(({ document }) => key.test(document.querySelector('body')?.text ?? ''))).toEqual([]);
  });

  test('leads only to addresses that exist, and to places in them that exist', async () => {
    const broken: string[] = [];
    const checked = new Map<string, Promise<Visited>>();
    for (const { address, document } of visited.values()) {
      for (const anchor of document.querySelectorAll('a[href]')) {
        const target = new URL(anchor.getAttribute('href')!, siteUrl + address);
        if (target.origin !== siteUrl) continue;
        const place = target.pathname + target.search;
        if (!checked.has(place)) checked.set(place, Promise.resolve(visited.get(place) ?? visit(place)));
        const found = await checked.get(place)!;
        const id = decodeURIComponent(target.hash.slice(1));
        if (found.status >= 400 || (id && !found.document.querySelector(`[id="${id}"]`)))
          broken.push(`${address} → ${place}${target.hash}`);
      }
    }
    expect(broken).toEqual([]);
  }, 240_000);
});

test('what is shown in French under another language’s address says so, and is marked', () => {
  const { document } = visited.get('/nl/charte/pratiquer-le-benchmarking')!;
  expect(document.querySelector('main')?.text).toContain('Pratiquer le benchmarking');
  expect(document.querySelector('h1')?.closest('[lang]')?.getAttribute('lang')).toBe('fr');
});

test('pages name their translations to search engines', () => {
  const { document } = visited.get('/charte')!;
  const languages = document
    .querySelectorAll('link[rel=alternate][hreflang]')
    .map((link) => link.getAttribute('hreflang'));
  expect(languages.sort()).toEqual(['en', 'fr', 'nl', 'x-default']);
});

test('the sitemaps list every page in each language that it is published in, and nothing else', async () => {
  const index = await (await fetch(`${siteUrl}/sitemap.xml`)).text();
  const listed = await Promise.all(locationsIn(index).map(async (address) => (await fetch(address)).text()));
  const published = siteMap.pages.flatMap(({ path, locales }) =>
    locales.map((locale) => siteUrl + addressIn(locale, path)),
  );
  expect(listed.flatMap(locationsIn).sort()).toEqual(published.sort());
});

test.each(['/ressources/feed.xml', '/faq/feed.xml', '/en/faq/feed.xml', '/commentaires/feed.xml'])(
  '%s is a feed',
  async (address) => {
    const response = await fetch(siteUrl + address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/atom+xml');
    expect((await response.text()).match(/<entry[ >]/g)?.length).toBeGreaterThan(3);
  },
);

describe('an address that is none', () => {
  test.each([
    ['/nulle-part', 404],
    ['/charte/nulle-part', 404],
    ['/xx/charte', 404],
    ['/charte/..%2f..%2fetc%2fpasswd', 404],
    ['/charte/a%00b', 400],
    ['/webtour/la-charte-en-neuf-arrets/nulle-part', 404],
    ['/ressources?step=12', 400],
    ['/ressources?zone=lune%00', 400],
    ['/%', 400],
  ])('%s', async (address, status) => {
    const { status: found, document } = await visit(address);
    expect(found).toBe(status);
    expect(document.querySelector('h1')?.text.length).toBeGreaterThan(5);
  });

  test('and is too long for any page is no outage either', async () => {
    for (const letter of ['a', 'b', 'c']) {
      const name = letter.repeat(300);
      expect((await fetch(`${siteUrl}/commentaires/${name}.xml`)).status).toBe(404);
      expect((await fetch(`${siteUrl}/partage/${name}.png`)).status).toBe(404);
    }
  });

  test('speaks the language of its address', async () => {
    const { document } = await visit('/en/nowhere');
    expect(document.querySelector('h1')?.text.trim()).toBe('We could not find this page');
  });

  test('French has one address only', async () => {
    const response = await fetch(`${siteUrl}/fr/charte`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/charte']);
  });
});

function locationsIn(sitemap: string): string[] {
  return [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location]) => location!);
}

function addressesWhere(isWrong: (page: Visited) => boolean): string[] {
  return [...visited.values()].filter(isWrong).map(({ address }) => address);
}

async function visit(address: string): Promise<Visited> {
  const response = await fetch(siteUrl + address);
  const html = await response.text();
  return { address, status: response.status, headers: response.headers, html, document: parse(html) };
}
