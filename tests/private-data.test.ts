import { readdirSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressIn } from './world/kinds.ts';
import { confirmAddress } from './world/mailbox.ts';
import { openPanel } from './world/panel.ts';
import { startWorld, type World } from './world/world.ts';

// Every private text of the database names this host. None of it may come out, nor where the sender was.
const secret = { email: 'adresse-cachee@fuite.example', text: 'Un motif caché (fuite.example)' };
const visitor = '203.0.113.199';
const leak = /fuite\.example|203\.0\.113\.199/i;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: { readonly enum?: readonly (string | number)[]; readonly type?: string };
}
interface Description {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly parameters: readonly Parameter[] } }>>;
}
interface SiteMap {
  readonly pages: readonly { readonly path: string }[];
  readonly locales: readonly string[];
}

let world: World;
let database: pg.Client;
let siteMap: SiteMap;

beforeAll(async () => {
  world = await startWorld({ name: 'private', environment: { TRUSTED_PROXIES: '1' } });
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  await sendAndApprove();
  expect(await plantLeaks()).toBeGreaterThan(5);
  siteMap = (await (await fetch(`${world.cmsUrl}/api/pages/map`)).json()) as SiteMap;
}, 180_000);
afterAll(async () => {
  await database?.end();
  await world?.stop();
});

describe('no address of a sender, no reason of a moderator, no name of who decided', () => {
  test('comes out by any route of the public API, whatever is asked of it', async () => {
    const { paths } = (await (await fetch(`${world.cmsUrl}/api/openapi`)).json()) as Description;
    const asked = Object.entries(paths).flatMap(([path, { get }]) => (get ? questionsOf(path, get.parameters) : []));
    expect(asked.length).toBeGreaterThan(300);
    expect(await findLeaks(asked.map((path) => `${world.cmsUrl}/api${path}`))).toEqual([]);
  }, 180_000);

  test('comes out by any page, feed or file of the site, in any language', async () => {
    const pages = siteMap.pages.map(({ path }) => path);
    const everywhere = siteMap.locales.flatMap((locale) => [...pages, ...files].map((path) => addressIn(locale, path)));
    const others = ['/robots.txt', '/sitemap.xml', '/.well-known/security.txt', '/nulle-part', ...searches];
    expect(await findLeaks([...everywhere, ...others].map((path) => world.siteUrl + path))).toEqual([]);
  }, 240_000);
});

const dataFiles = ['ressources', 'experiences', 'etapes', 'observations'].map((name) => `${name}.csv`);
const files = [
  ...['/commentaires', '/ressources', '/faq'].map((path) => `${path}/feed.xml`),
  ...[...dataFiles, 'ressources.json', 'ressources.jsonld', 'charte.json', 'charte.jsonld', 'catalogue.jsonld'].map(
    (name) => `/donnees-ouvertes/${name}`,
  ),
  ...['/sitemap-1.xml', '/llms.txt', '/opensearch.xml', '/commenter', '/ressources/inscrire', '/ressources?page=2'],
];
const searches = ['adresse-cachee', 'motif caché', 'adresse'].flatMap((q) =>
  ['/recherche', '/recherche/suggestions.json', '/ressources', '/faq'].map((path) => `${path}?q=${q}`),
);

/** Every question that a route can be asked: each value of each parameter that has some, the words of the leak, a few pages. */
function questionsOf(path: string, parameters: readonly Parameter[]): string[] {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const questions = query.flatMap(({ name, schema }) => valuesOf(name, schema).map((value) => `?${name}=${value}`));
  return slugsFor(path).flatMap((filled) => [filled, ...questions.map((question) => filled + question)]);
}

function valuesOf(name: string, { enum: values, type }: Parameter['schema']): readonly (string | number)[] {
  if (values) return values;
  if (name === 'locale') return siteMap.locales;
  if (type === 'integer') return [1, 2, 3, 4, 5, 6, 7, 8, 9];
  return ['adresse-cachee', 'motif', 'namur'];
}

/** The addresses of a route: with every last part of a page of the site where it takes one. */
function slugsFor(path: string): string[] {
  if (!path.includes('{')) return [path];
  const slugs = [...new Set(siteMap.pages.map((page) => page.path.split('/').at(-1)!))];
  return slugs.map((slug) => path.replace(/\{\w+\}/, slug));
}

/** @returns the addresses whose answer holds what must not come out, with the words around it */
async function findLeaks(urls: readonly string[]): Promise<string[]> {
  const leaks = [];
  for (const url of urls) {
    const response = await fetch(url);
    const answer = `${[...response.headers].join('\n')}\n${await response.text()}`;
    const found = leak.exec(answer);
    if (found) leaks.push(`${url}: …${answer.slice(Math.max(0, found.index - 60), found.index + 60)}…`);
    expect(response.status, url).toBeLessThan(500);
  }
  return leaks;
}

/** A comment and a listing, with what is public of them on the site. */
async function sendAndApprove(): Promise<void> {
  const { email } = secret;
  await post('/commenter', {
    path: '/charte',
    audience: 'publish',
    author: 'Une lectrice',
    email,
    text: 'Un commentaire public.',
  });
  await confirmAddress(world, email);
  await post('/ressources/inscrire', {
    name: 'Atelier public',
    kind: 'private',
    languages: 'fr',
    zones: 'namur',
    email,
    summary: 'Un atelier.',
    steps: '3',
    'experiences.3.text': 'Des ventes.',
    intent: 'send',
  });
  await confirmAddress(world, email);
  const panel = await openPanel(world, 'moderator');
  for (const [uid, table] of [
    ['plugin::comments.comment', 'comments_comments'],
    ['plugin::resources.submission', 'resources_submissions'],
  ]) {
    const { rows } = await database.query(`SELECT document_id AS id FROM ${table} WHERE email = $1`, [email]);
    await panel.send('POST', '/moderation/decisions', { uid, documentId: rows[0].id, decision: 'approved' });
  }
}

async function post(path: string, fields: Record<string, string>): Promise<void> {
  const response = await fetch(world.siteUrl + path, {
    method: 'POST',
    headers: { origin: world.siteUrl, 'x-forwarded-for': visitor },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
}

interface Contract {
  readonly name: string;
  readonly contentTypes: Readonly<
    Record<string, { readonly kind: string; readonly attributes: Readonly<Record<string, Attribute>> }>
  >;
}
interface Attribute {
  readonly type: string;
  readonly private?: boolean;
}

/** By these, rows find each other: what they hold is nobody's. */
const keys = new Set(['target', 'subject', 'listing', 'owner', 'hash', 'fingerprint', 'sealed']);

/** Writes the leak into every private text of every type, as the contracts name them. @returns into how many columns */
async function plantLeaks(): Promise<number> {
  const folder = new URL('../cms/src/plugins/', import.meta.url);
  const columns: string[] = [];
  for (const name of readdirSync(folder)) {
    const { contract } = (await import(new URL(`${name}/contract.ts`, folder).href)) as { contract: Contract };
    for (const [type, { kind, attributes }] of Object.entries(contract.contentTypes)) {
      const table = snakeCase(`${name}_${type}${kind === 'single' ? '' : 's'}`);
      for (const [attribute, { private: isPrivate, type: shape }] of Object.entries(attributes)) {
        if (!isPrivate || keys.has(attribute) || !['string', 'text', 'email'].includes(shape)) continue;
        const column = snakeCase(attribute);
        const value = shape === 'email' ? secret.email : secret.text;
        await database.query(`UPDATE ${table} SET ${column} = $1`, [value]);
        columns.push(`${table}.${column}`);
      }
    }
  }
  return columns.length;
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');
