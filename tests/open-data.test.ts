import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { parseCsv } from './world/parse-csv.ts';
import { openPanel } from './world/panel.ts';
import { collection, type Document } from './world/publishing.ts';
import { sharedWorld } from './world/shared.ts';

const world = sharedWorld();
const { cmsUrl, siteUrl } = world;

interface Directory {
  total: number;
  facets: { step: { value: number; count: number }[]; zone: { value: string; count: number }[] };
}
interface Resources {
  total: number;
  updatedAt: string;
  licence: string;
  resources: { slug: string; name: string; url: string; kind: string; steps: number[]; zones: { slug: string }[] }[];
}
interface Step {
  number: number;
  slug: string;
  support: { public: number; private: number };
}

const directory = await readJson<Directory>(`${cmsUrl}/api/resources/resources`);

describe('the directory as open data', () => {
  test('counts what the site counts, in all and for each step and zone', async () => {
    const { total, resources } = await readJson<Resources>(`${siteUrl}/donnees-ouvertes/ressources.json`);
    expect([total, resources.length]).toEqual([directory.total, directory.total]);
    for (const { value, count } of directory.facets.step)
      expect([value, resources.filter(({ steps }) => steps.includes(value)).length]).toEqual([value, count]);
    for (const { value, count } of directory.facets.zone)
      expect([value, resources.filter(({ zones }) => zones.some(({ slug }) => slug === value)).length]).toEqual([
        value,
        count,
      ]);
  });

  test('is the same in every file and in every language', async () => {
    const { resources } = await readJson<Resources>(`${siteUrl}/donnees-ouvertes/ressources.json`);
    const slugs = resources.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    const { rows } = await readCsv('/donnees-ouvertes/ressources.csv');
    expect(rows.map(({ slug }) => slug)).toEqual(slugs);
    const experiences = await readCsv('/donnees-ouvertes/experiences.csv');
    expect(experiences.rows.length).toBe(resources.flatMap(({ steps }) => steps).length);
    const linked = await readJson<{ '@graph': { '@id': string; name: string }[] }>(
      `${siteUrl}/donnees-ouvertes/ressources.jsonld`,
    );
    expect(linked['@graph'].map(({ name }) => name)).toEqual(resources.map(({ name }) => name));
    const dutch = await readJson<Resources>(`${siteUrl}/nl/donnees-ouvertes/ressources.json`);
    expect(dutch.resources.map(({ slug }) => slug)).toEqual(slugs);
  });

  test('leads to pages that exist', async () => {
    const { resources } = await readJson<Resources>(`${siteUrl}/en/donnees-ouvertes/ressources.json`);
    expect((await fetch(resources[0]!.url)).status).toBe(200);
    expect(resources[0]!.url).toContain('/en/ressources/');
  });

  test('is told on its page in the same numbers', async () => {
    const page = await (await fetch(`${siteUrl}/donnees-ouvertes`)).text();
    expect(page).toContain(`${directory.total} ressources`);
    expect(page).toContain('9 étapes et 4 observations');
  });
});

describe('what re-users expect of a file', () => {
  const csv = `${siteUrl}/donnees-ouvertes/ressources.csv`;

  test('a type, a name, a language, and leave to read it from any page of the web', async () => {
    const { headers } = await fetch(csv, { method: 'HEAD' });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="s-tetic-ressources.fr.csv"',
      'content-language': 'fr',
      'access-control-allow-origin': '*',
      'last-modified': expect.stringMatching(/GMT$/),
      etag: expect.stringMatching(/^".+"$/),
    });
    expect((await fetch(siteUrl)).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('nothing is sent again to who has it', async () => {
    const first = await fetch(csv);
    await first.text();
    const again = await fetch(csv, {
      headers: { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('a parameter makes no other file of it', async () => {
    const [plain, other] = await Promise.all([csv, `${csv}?step=3&x=${Date.now()}`].map((url) => fetch(url)));
    expect(other!.headers.get('etag')).toBe(plain!.headers.get('etag'));
  });

  test.each(['/donnees-ouvertes/rien.csv', '/xx/donnees-ouvertes/ressources.csv'])('%s is none', async (path) => {
    expect((await fetch(siteUrl + path)).status).toBe(404);
  });
});

test('a resource whose name is a formula is text in a spreadsheet, and what it was in JSON', async () => {
  const name = '=HYPERLINK("https://example.org";"Gagné")';
  const summary = '+32 65 00 00 00 ; dit « "oui" »\n@suite';
  const panel = await openPanel(world, 'administrator');
  const address = collection('resources.resource');
  const experiences = [{ stepNumber: 3, text: '-1+1' }];
  const { data } = await panel.send<{ data: Document }>('POST', `${address}/actions/publish?locale=fr`, {
    name,
    summary,
    experiences,
    kind: 'private',
    languages: 'fr',
    origin: 'fictitious',
  });
  try {
    await untilTold(directory.total + 1);
    const { rows, text } = await readCsv('/donnees-ouvertes/ressources.csv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const row = rows.find((candidate) => candidate['name']?.includes('HYPERLINK'));
    expect(row).toMatchObject({ name: `'${name}`, summary: `'${summary}` });
    const { resources } = await readJson<Resources>(`${siteUrl}/donnees-ouvertes/ressources.json`);
    expect(resources.map((resource) => resource.name)).toContain(name);
    for (const file of ['ressources.csv', 'experiences.csv', 'etapes.csv', 'observations.csv']) {
      const cells = (await readCsv(`/donnees-ouvertes/${file}`)).rows.flatMap((each) => Object.values(each));
      expect(cells.length).toBeGreaterThan(15);
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }
  } finally {
    await panel.send('DELETE', `${address}/${data.documentId}?locale=*`);
  }
  await untilTold(directory.total);
});

describe('the charter as open data', () => {
  test('is a concept scheme of nine steps in their order, in which the last leads to the first', async () => {
    const { '@graph': graph } = await readJson<{ '@graph': Record<string, unknown>[] }>(
      `${siteUrl}/donnees-ouvertes/charte.jsonld`,
    );
    const concepts = graph.filter((thing) => thing['@type'] === 'skos:Concept');
    expect(concepts.map((concept) => concept['skos:notation'])).toEqual('123456789'.split(''));
    expect(concepts.at(-1)!['xkos:next']).toEqual({ '@id': concepts[0]!['@id'] });
    expect(graph.find((thing) => thing['@type'] === 'skos:ConceptScheme')).toMatchObject({
      'skos:hasTopConcept': concepts.map((concept) => ({ '@id': concept['@id'] })),
    });
  });

  test('counts the resources of each step as the directory does', async () => {
    const { steps } = await readJson<{ steps: Step[] }>(`${siteUrl}/donnees-ouvertes/charte.json`);
    const counted = steps.map(({ number, support }) => ({ value: number, count: support.public + support.private }));
    expect(counted).toEqual(directory.facets.step.map(({ value, count }) => ({ value, count })));
  });
});

test('the catalogue says what DCAT-AP 3 asks of a catalogue, its datasets, their distributions and its service', async () => {
  const response = await fetch(`${siteUrl}/donnees-ouvertes/catalogue.jsonld`);
  expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
  const catalogue = (await response.json()) as Record<string, unknown> & { 'dcat:dataset': Record<string, unknown>[] };
  const text = { '@value': expect.stringMatching(/\S/), '@language': 'fr' };
  const agent = { '@type': 'foaf:Agent', 'foaf:name': 'Agoria Hainaut Namur' };
  expect(catalogue).toMatchObject({
    '@type': 'dcat:Catalog',
    'dct:title': text,
    'dct:description': text,
    'dct:publisher': agent,
    'dcat:service': {
      'dct:title': text,
      'dcat:endpointURL': { '@id': `${cmsUrl}/api` },
      'dcat:endpointDescription': { '@id': `${cmsUrl}/api/openapi` },
    },
  });
  expect(catalogue['dcat:dataset']).toHaveLength(2);
  for (const dataset of catalogue['dcat:dataset']) {
    expect(dataset).toMatchObject({ '@type': 'dcat:Dataset', 'dct:title': text, 'dct:description': text });
    for (const distribution of dataset['dcat:distribution'] as Record<string, { '@id': string }>[]) {
      expect(distribution['dcat:accessURL']!['@id']).toBe(`${siteUrl}/donnees-ouvertes`);
      expect(distribution['dct:license']!['@id']).toContain('CC_BY_4_0');
      const file = await fetch(distribution['dcat:downloadURL']!['@id']);
      expect(file.status).toBe(200);
      const type = file.headers.get('content-type')!.replace(/;.*/, '');
      expect(distribution['dcat:mediaType']!['@id']).toBe(`https://www.iana.org/assignments/media-types/${type}`);
    }
  }
});

test('the page leads machines to the catalogue and to the feeds', async () => {
  const page = parse(await (await fetch(`${siteUrl}/donnees-ouvertes`)).text());
  const alternates = page.querySelectorAll('link[rel=alternate][type]').map((link) => link.getAttribute('href'));
  expect(alternates).toEqual([
    '/commentaires/donnees-ouvertes.xml',
    '/donnees-ouvertes/catalogue.jsonld',
    '/ressources/feed.xml',
    '/faq/feed.xml',
    '/commentaires/feed.xml',
  ]);
});

async function untilTold(total: number): Promise<void> {
  const told = async () => (await readJson<Resources>(`${siteUrl}/donnees-ouvertes/ressources.json`)).total;
  await expect.poll(told).toBe(total);
  await expect.poll(async () => (await readCsv('/donnees-ouvertes/ressources.csv')).rows.length).toBe(total);
}

async function readJson<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url);
  expect(response.status, url).toBe(200);
  return (await response.json()) as Answer;
}

async function readCsv(path: string) {
  const bytes = await (await fetch(siteUrl + path)).arrayBuffer();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { text, rows: parseCsv(text) };
}
