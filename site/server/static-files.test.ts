import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestCms } from './test-site/cms.ts';
import { TestWorld, type TestSite } from './test-site/world.ts';

const cms = new TestCms();
let world: TestWorld;
let site: TestSite;
let stylesheet: string;

beforeAll(async () => {
  await cms.start();
  cms.texts.set('/home', 'Accueil');
  world = new TestWorld(cms);
  site = await world.startSite();
  stylesheet = /\/_astro\/[^"]+\.css/.exec((await site.ask('/')).text)![0];
});

afterAll(async () => {
  await world.clear();
  await cms.stop();
});

test('a file whose name holds its hash is kept by browsers for ever', async () => {
  const { status, headers } = await site.ask(stylesheet);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('any other file is asked again after an hour, with a validator', async () => {
  const { text, headers } = await site.ask('/hello.txt');
  expect(text).toBe('bonjour\n');
  expect(headers['cache-control']).toBe('public, max-age=3600');
  expect((await site.ask('/hello.txt', { headers: { 'if-none-match': headers['etag'] } })).status).toBe(304);
});

test('files are compressed beforehand', async () => {
  const plain = await site.ask(stylesheet);
  const { headers, body } = await site.ask(stylesheet, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    vary: 'Accept-Encoding',
    'content-length': String(body.length),
  });
  expect(brotliDecompressSync(body)).toEqual(plain.body);
});

test.each(['/../server/entry.mjs', '/..%2fserver/entry.mjs', '/_astro/../../server/entry.mjs', '/.env'])(
  '%s is not a file of the site',
  async (path) => {
    expect((await site.ask(path)).status).toBe(404);
  },
);
