import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { openPanel } from './world/panel.ts';
import { collection } from './world/publishing.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();

interface Results {
  total: number;
  hits: { path: string; lang: string; title: Part[]; excerpt: Part[] }[];
  types: { type: string; label: string; count: number }[];
  isPartial: boolean;
  corrections: { typed: string; read: string }[];
  better?: string;
}
interface Part {
  text: string;
  marked: boolean;
}
interface Golden {
  q: string;
  times?: number;
  locale?: string;
  find?: string;
  within?: number;
  reads?: string;
  nothing?: true;
  refused?: true;
}

const golden = parseYaml(readFileSync(path.join(import.meta.dirname, 'search/golden.yaml'), 'utf8')) as Golden[];

describe('what people look for is among the first that they are shown', () => {
  test('there are queries enough', () => expect(golden.length).toBeGreaterThanOrEqual(60));

  test.each(golden)('$q', async ({ q, times = 1, locale = 'fr', find, within = 3, reads, nothing, refused }) => {
    const { status, results } = await search({ q: q.repeat(times), locale });
    expect(status).toBe(refused ? 422 : 200);
    if (refused) return;
    expect(results.corrections[0]?.read).toBe(reads);
    if (nothing) expect(results).toMatchObject({ total: 0, hits: [] });
    if (find) expect(results.hits.slice(0, within).map((hit) => hit.path)).toContain(find);
  });
});

describe('what is found', () => {
  test('is marked where it holds a word, as it is written there', async () => {
    const { results } = await search({ q: 'numeriques' });
    const marked = results.hits.flatMap(({ title, excerpt }) => [...title, ...excerpt]).filter((part) => part.marked);
    expect(marked.map(({ text }) => text)).toContain('numérique');
  });

  test('is in the reader’s language, or else in French and says so', async () => {
    const { results } = await search({ q: 'cluster', locale: 'en' });
    const languages = results.hits.map(({ path, lang }) => [path, lang]);
    expect(languages).toContainEqual(['/charte/creer-du-business', 'en']);
    const { results: french } = await search({ q: 'Sambrinvest', locale: 'en' });
    expect(french.hits[0]).toMatchObject({ path: '/ressources/sambrinvest', lang: 'fr' });
  });

  test('is never told twice, once in each language', async () => {
    for (const locale of ['en', 'nl']) {
      const paths = (await search({ q: 'cluster', locale })).results.hits.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  test('can be narrowed to one type, which holds as many as was said', async () => {
    const { results } = await search({ q: 'entreprise' });
    expect(results.types.length).toBeGreaterThan(3);
    for (const { type, count } of results.types)
      expect((await search({ q: 'entreprise', type })).results.total).toBe(count);
    expect(results.total).toBe(results.types.reduce((sum, { count }) => sum + count, 0));
  });

  test('holds some of the words when nothing holds them all, and says so', async () => {
    const { results } = await search({ q: 'benchmarking xyzzyplugh' });
    expect(results.isPartial).toBe(true);
    expect(results.hits.map(({ path }) => path)).toContain('/charte/pratiquer-le-benchmarking');
  });

  test('holds every type that has a page or a place on one', async () => {
    const words = 'charte cluster étape ressource question visite observation page entreprise';
    const { results } = await search({ q: `${words} xyzzyplugh` });
    expect(results.types.map(({ type }) => type).sort()).toEqual(
      expect.arrayContaining([
        'charter.charter',
        'charter.observation',
        'charter.step',
        'faq.entry',
        'glossary.term',
        'pages.page',
        'resources.resource',
        'web-tour.stop',
        'web-tour.tour',
      ]),
    );
  });

  test('is purged when anything that can be found changes, and when staff change the synonyms', async () => {
    const { tags } = await search({ q: 'charte' });
    expect(tags).toEqual(expect.arrayContaining(['charter.step', 'faq.entry', 'resources.resource', 'search.synonym']));
  });
});

test('a rare word that may be a typo of a common one is found, and the common one proposed', async () => {
  const { results } = await search({ q: 'graine' });
  expect(results.hits[0]?.path).toBe('/ressources/graine-de-produits');
  expect(results.corrections).toEqual([]);
});

describe('the pages near an address that leads nowhere', () => {
  const nearest = async (address: string, locale = 'fr') => {
    const response = await fetch(
      `${world.cmsUrl}/api/search/nearest?${new URLSearchParams({ path: address, locale })}`,
    );
    return ((await response.json()) as { pages: { path: string; title: string; lang: string }[] }).pages;
  };

  test.each([
    ['/chartes', '/charte'],
    ['/definition-cluster', '/definition-du-cluster'],
    ['/d%C3%A9finition-du-cluster', '/definition-du-cluster'],
    ['/charte/creer-business', '/charte/creer-du-business'],
    ['/creer-du-business', '/charte/creer-du-business'],
    ['/charte/etape-inconnue', '/charte'],
    ['/resources', '/ressources'],
    ['/ressource/agoria', '/ressources/agoria'],
  ])('%s was probably meant to be %s', async (asked, meant) => {
    expect((await nearest(asked))[0]?.path).toBe(meant);
  });

  test.each(['/', '/zz/yy', '/wp-admin.php', '/%', '/…', '/%00', "/'--"])('nothing is near %s', async (asked) => {
    expect(await nearest(asked)).toEqual([]);
  });

  test('are named in the reader’s language, and are few', async () => {
    const pages = await nearest('/charte/creer-business', 'en');
    expect(pages[0]).toMatchObject({ path: '/charte/creer-du-business', lang: 'en' });
    expect(pages.length).toBeLessThanOrEqual(4);
  });

  test.each(['/charte/creer-bisness', '/en/charte/creer-bisness', '/creer-du-busines', '/xx/creer-du-business'])(
    'are on the page that says that %s is none',
    async (address) => {
      const response = await fetch(world.siteUrl + address);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('/charte/creer-du-business"');
    },
  );
});

describe('on the site', () => {
  test('nothing that is typed or found becomes markup', async () => {
    const typed = '<script>alert(1)</script> "charte" <img src=x onerror=alert(1)>';
    const document = await readPage(`/recherche?${new URLSearchParams({ q: typed })}`);
    expect(document.querySelectorAll('main img')).toEqual([]);
    expect(document.querySelectorAll('script').map((script) => script.getAttribute('type'))).toEqual(['module']);
    expect(document.querySelector('#count')?.text).toContain(typed);
    expect(document.querySelector('#q')?.getAttribute('value')).toBe(typed);
  });

  test('a search that cannot be made says why', async () => {
    for (const query of [`q=${'a'.repeat(101)}`, 'q=a%00b', 'q=charte&page=9999', 'q=charte&type=<b>']) {
      const response = await fetch(`${world.siteUrl}/recherche?${query}`);
      expect(response.status, query).toBe(400);
      expect(parse(await response.text()).querySelector('[role=alert]')?.text.length).toBeGreaterThan(10);
    }
  });

  test('browsers are told how to search it', async () => {
    const home = await readPage('/');
    const link = home.querySelector('link[rel=search]')!;
    const description = await (await fetch(world.siteUrl + link.getAttribute('href')!)).text();
    expect(description).toContain(`template="${world.siteUrl}/recherche?q={searchTerms}"`);
  });

  async function readPage(address: string) {
    return parse(await (await fetch(world.siteUrl + address)).text());
  }
});

describe('synonyms', () => {
  const uid = 'search.synonym';

  test('that an editor writes work at once, and no longer once taken away', async () => {
    const editor = await openPanel(world, 'editor');
    expect((await search({ q: 'quintessenciel' })).results.total).toBe(0);
    const { data } = await editor.send<{ data: { documentId: string } }>('POST', collection(uid), {
      words: 'Quintessenciel, benchmarking',
    });
    const { results } = await search({ q: 'quintessenciels' });
    expect(results.hits.map(({ path }) => path)).toContain('/charte/pratiquer-le-benchmarking');
    await editor.send('DELETE', `${collection(uid)}/${data.documentId}`);
    expect((await search({ q: 'quintessenciel' })).results.total).toBe(0);
  });

  test('of one word only are refused', async () => {
    const editor = await openPanel(world, 'editor');
    await expect(editor.send('POST', collection(uid), { words: 'seul, ' })).rejects.toThrow('400');
  });

  test.each(['moderator', 'translator'] as const)('are not the business of a %s', async (role) => {
    const panel = await openPanel(world, role);
    await expect(panel.send('GET', collection(uid))).rejects.toThrow('403');
  });
});

async function search(query: Record<string, string>) {
  const response = await fetch(`${world.cmsUrl}/api/search/results?${new URLSearchParams(query)}`);
  const tags = response.headers.get('cache-tag')?.split(',');
  return { status: response.status, tags, results: (await response.json()) as Results };
}
