import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestCms } from './test-site/cms.ts';
import { eventually, TestWorld, type TestSite } from './test-site/world.ts';

const cms = new TestCms();
let world: TestWorld;
let site: TestSite;

beforeAll(async () => {
  await cms.start();
  cms.texts.set('/home', 'Bienvenue');
  cms.texts.set('/personal', 'Pour vous');
  cms.texts.set('/cookie', 'Biscuit');
  world = new TestWorld(cms);
  site = await world.startSite();
});

afterAll(async () => {
  await world.clear();
  await cms.stop();
});

async function askTogether(count: number, path: string): Promise<string[]> {
  const replies = await Promise.all(Array.from({ length: count }, () => site.ask(path)));
  return replies.map(({ text }) => text);
}

/** Steps by the thousand: each test has pages that no other has asked for. */
function newStep(name: string, text = `Texte ${name}`): string {
  cms.texts.set(`/steps/${name}`, text);
  return `/charte/${name}`;
}

test('a page is rendered once, then served from memory', async () => {
  const path = newStep('memory');
  const first = await site.ask(path);
  const second = await site.ask(path);
  expect(first.text).toContain('Texte memory');
  expect(second.text).toBe(first.text);
  expect(cms.countCalls('/steps/memory')).toBe(1);
});

test('200 readers who miss the same page at once cost one rendering', async () => {
  const path = newStep('crowd');
  cms.slowness = 100;
  const texts = await askTogether(200, path);
  cms.slowness = 0;
  expect(new Set(texts).size).toBe(1);
  expect(cms.countCalls('/steps/crowd')).toBe(1);
});

test('readers who miss a hundred different pages at once have them all, a few being rendered at a time', async () => {
  const paths = Array.from({ length: 100 }, (_, index) => newStep(`many-${index}`));
  cms.slowness = 50;
  cms.mostAtOnce = 0;
  const replies = await Promise.all(paths.map((path) => site.ask(path)));
  cms.slowness = 0;
  expect(replies.map(({ text }, index) => text.includes(`Texte many-${index}`))).not.toContain(false);
  expect(cms.mostAtOnce).toBe(8);
});

test('a page that turns out not to be shared is rendered for each reader', async () => {
  const texts = await Promise.all(
    Array.from(
      { length: 50 },
      async (_, index) => (await site.ask('/personal', { headers: { cookie: `me=${index}` } })).text,
    ),
  );
  expect(texts.map((text) => /me=(\d+)/.exec(text)?.[1])).toEqual(
    Array.from({ length: 50 }, (_, index) => String(index)),
  );
  // One more: the rendering that found out.
  expect(cms.countCalls('/personal')).toBe(51);
});

test('what readers share is rendered with nothing of a reader, and at the public address', async () => {
  const headers = { cookie: 'me=1', host: 'evil.test', 'x-forwarded-for': '1.1.1.1', 'x-forwarded-host': 'evil.test' };
  const { text } = await site.ask('/who?step=2&utm_source=x', { headers });
  expect(text).toMatch(
    /cookie=none\s+authorization=none\s+origin=\s*https:\/\/example\.test\s+search=\?step=2\s+address=none/,
  );
});

test('the host plays no part in which page is served', async () => {
  const path = newStep('host');
  for (const host of ['a.test', 'b.test', 'c.test']) await site.ask(path, { headers: { host } });
  expect(cms.countCalls('/steps/host')).toBe(1);
});

test('parameters that no page knows do not make another page', async () => {
  const path = newStep('query');
  for (const query of ['', '?utm_source=a', '?x=1', '?step=&zone=']) await site.ask(path + query);
  expect(cms.countCalls('/steps/query')).toBe(1);
  await site.ask(`${path}?step=2`);
  expect(cms.countCalls('/steps/query')).toBe(2);
});

test('each reader gets the smallest encoding it accepts, complete', async () => {
  const plain = await site.ask('/');
  const br = await site.ask('/', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  const gzip = await site.ask('/', { headers: { 'accept-encoding': 'gzip' } });
  expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
  expect(brotliDecompressSync(br.body)).toEqual(plain.body);
  expect(gunzipSync(gzip.body)).toEqual(plain.body);
  for (const { headers, body } of [plain, br, gzip]) {
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['vary']).toBe('Accept-Encoding');
  }
  expect(new Set([plain, br, gzip].map(({ headers }) => headers['etag'])).size).toBe(3);
  expect(plain.body.length).toBeGreaterThan(br.body.length * 4);
});

test('a browser that has the page already gets a 304 without a body', async () => {
  const { headers } = await site.ask('/');
  const reply = await site.ask('/', { headers: { 'if-none-match': headers['etag'] } });
  expect(reply.status).toBe(304);
  expect(reply.body.length).toBe(0);
  expect(reply.headers).toMatchObject({
    etag: headers['etag'],
    vary: 'Accept-Encoding',
    'cache-control': 'public, max-age=0, must-revalidate',
  });
  const other = await site.ask('/', { headers: { 'if-none-match': '"other"' } });
  expect(other.status).toBe(200);
});

test('HEAD gives the headers of GET, from the same rendering', async () => {
  const path = newStep('head');
  const head = await site.ask(path, { method: 'HEAD' });
  const get = await site.ask(path);
  expect(head.body.length).toBe(0);
  expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
  expect(cms.countCalls('/steps/head')).toBe(1);
});

test('browsers ask again each time; the headers meant for a CDN do not leave', async () => {
  const { headers } = await site.ask('/');
  expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  expect(headers['x-page']).toBe('home');
  expect(headers).not.toHaveProperty('cdn-cache-control');
  expect(headers).not.toHaveProperty('cache-tag');
});

test('a setting leaves them for a CDN in front', async () => {
  const behindCdn = await world.startSite({ keepCdnHeaders: true });
  const { headers } = await behindCdn.ask('/');
  expect(headers).toMatchObject({
    'cdn-cache-control': 'max-age=3600, stale-while-revalidate=86400',
    'cache-tag': 'home',
    age: '0',
  });
  await behindCdn.signal('SIGTERM');
});

test('a page past its time is served at once and rendered again behind', async () => {
  cms.texts.set('/brief', 'un');
  await site.ask('/brief');
  cms.texts.set('/brief', 'deux');
  await eventually(async () => {
    const { text, headers } = await site.ask('/brief');
    expect(headers['cache-status']).toBe('site; hit; detail=outdated');
    expect(Number(headers['age'])).toBeGreaterThan(0);
    expect(text).toContain('un');
  });
  await eventually(async () => expect((await site.ask('/brief')).text).toContain('deux'));
});

test('a purge during a rendering wins: whoever asks after it gets what came after it', async () => {
  const path = newStep('race', 'avant');
  cms.slowness = 300;
  const before = site.ask(path);
  await eventually(() => expect(cms.countCalls('/steps/race')).toBe(1));
  // The CMS has read its answer to the first question by now; this is published while it travels.
  cms.publish('/steps/race', 'après', 'step-race');
  const after = await site.ask(path);
  cms.slowness = 0;
  await before;
  expect(after.text).toContain('après');
  expect((await site.ask(path)).text).toContain('après');
});

test('a purge of something else does not make a page render again', async () => {
  const path = newStep('calm');
  cms.slowness = 200;
  const reply = site.ask(path);
  await eventually(() => expect(cms.countCalls('/steps/calm')).toBe(1));
  cms.publish('/steps/elsewhere', 'ailleurs', 'step-elsewhere');
  await reply;
  cms.slowness = 0;
  await site.ask(path);
  expect(cms.countCalls('/steps/calm')).toBe(1);
});

test('a page that no longer exists is gone, and one that comes to exist is there', async () => {
  const path = newStep('fleeting');
  expect((await site.ask(path)).status).toBe(200);
  cms.publish('/steps/fleeting', undefined, 'step-fleeting');
  await eventually(async () => expect((await site.ask(path)).status).toBe(404));
  cms.publish('/steps/fleeting', 'Revenue', 'step-fleeting');
  await eventually(async () => expect((await site.ask(path)).status).toBe(200));
});

test('unknown addresses are answered in the site’s own clothes, remembered briefly, and push no page out', async () => {
  const small = await world.startSite({ maxBytes: 600_000 });
  await small.ask('/');
  const homeCalls = cms.countCalls('/home');
  await Promise.all(Array.from({ length: 1_000 }, (_, index) => small.ask(`/nowhere-${index}`)));
  await small.ask('/');
  expect(cms.countCalls('/home')).toBe(homeCalls);
  const missing = await small.ask('/charte/missing');
  await small.ask('/charte/missing');
  expect(missing.status).toBe(404);
  expect(missing.text).toContain('Page introuvable');
  expect(cms.countCalls('/steps/missing')).toBe(1);
  await small.signal('SIGTERM');
});

test('pages named by what readers type are kept until something changes, and push no page out', async () => {
  const small = await world.startSite({ maxBytes: 200_000 });
  await small.ask('/');
  const homeCalls = cms.countCalls('/home');
  const path = newStep('typed');
  await small.ask(`${path}?q=export`);
  await small.ask(`${path}?q=export`);
  expect(cms.countCalls('/steps/typed')).toBe(1);
  for (let words = 1; words <= 200; words++) await small.ask(`${path}?q=${words}`);
  for (let zone = 1; zone <= 200; zone++) await small.ask(`${path}?zone=${zone}`);
  await small.ask('/');
  expect(cms.countCalls('/home')).toBe(homeCalls);
  cms.publish('/steps/typed', 'Un autre texte', 'step-typed');
  await eventually(async () => expect((await small.ask(`${path}?zone=200`)).text).toContain('Un autre texte'));
  await small.signal('SIGTERM');
});

test('memory is bounded: the pages not read for longest go first', async () => {
  const small = await world.startSite({ maxBytes: 1_000_000 });
  const ask = (kilobytes: number) => small.ask(`/huge/${kilobytes}`);
  for (let kilobytes = 50; kilobytes < 90; kilobytes++) await ask(kilobytes);
  const kept = await ask(89);
  const gone = await ask(50);
  expect(Number(kept.headers['age'])).toBeGreaterThanOrEqual(0);
  expect(gone.status).toBe(200);
  const tooBig = await ask(200);
  expect(tooBig.body.length).toBe(200 * 1024);
  expect(tooBig.headers['cache-control']).toBe('private, no-cache');
  await small.signal('SIGTERM');
});

test('a lasting redirection is kept', async () => {
  for (let i = 0; i < 2; i++) {
    const { status, headers } = await site.ask('/moved');
    expect([status, headers['location']]).toEqual([301, '/charte/1']);
  }
});

test('what sets a cookie is rendered for each, whatever it says of caching', async () => {
  const calls = cms.countCalls('/cookie');
  const replies = await Promise.all([site.ask('/cookie'), site.ask('/cookie'), site.ask('/cookie')]);
  for (const { headers } of replies) {
    expect(headers['set-cookie']).toEqual(['visit=Biscuit']);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers).not.toHaveProperty('cdn-cache-control');
  }
  expect(cms.countCalls('/cookie') - calls).toBe(4);
});

test('a reader who says who they are has their own rendering, which nobody else gets', async () => {
  const path = '/who?step=9';
  const headers = { authorization: 'Bearer somebody' };
  const own = await site.ask(path, { headers });
  expect(own.text).toMatch(/authorization=Bearer somebody/);
  expect(own.headers['cache-control']).toBe('private, no-cache');
  expect(own.headers).not.toHaveProperty('cdn-cache-control');
  expect((await site.ask(path)).text).toMatch(/cookie=none\s+authorization=none/);
  expect((await site.ask(path, { headers })).text).toMatch(/authorization=Bearer somebody/);
});

test('a form is answered by its page, and its answer goes to its sender alone', async () => {
  const post = (body: string) =>
    site.ask('/form', {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
        origin: 'http://localhost',
      },
    });
  const wrong = await post('text=secret');
  expect([wrong.status, wrong.headers['cache-control']]).toEqual([422, 'private, no-cache']);
  expect(wrong.text).toContain('value="secret"');
  expect((await site.ask('/form')).text).not.toContain('secret');
  const well = await post('text=well');
  expect([well.status, well.headers['location']]).toEqual([303, '/form#merci']);
});

test.each([false, true])(
  'an error deep in a page is a clean 500, never a page cut short (streaming: %s)',
  async (isStreaming) => {
    const other = await world.startSite({ isStreaming });
    for (const path of ['/deep-error', '/deep-error?kind=shared', '/deep-error']) {
      const { status, text, headers } = await other.ask(path);
      expect(status).toBe(500);
      expect(text).toContain('<title>Erreur</title>');
      expect(text).toMatch(/<\/html>\s*$/);
      expect(text).not.toContain('Début');
      expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
    }
    const outage = await other.ask('/deep-outage');
    expect([outage.status, outage.headers['retry-after']]).toEqual([503, '10']);
    expect(outage.text).toContain('Momentanément indisponible');
    await other.signal('SIGTERM');
  },
);

test.each([
  ['a malformed address', '/%ff', {}, 400],
  ['a null byte', '/a%00b', {}, 400],
  ['an address too long', `/ressources?q=${'a'.repeat(2_000)}`, {}, 414],
  ['a method that no page knows', '/form', { method: 'DELETE' }, 405],
  ['a body of 10 MB', '/form', { method: 'POST', headers: { 'content-length': 10_000_000 } }, 413],
  [
    'a body of unknown length',
    '/form',
    { method: 'POST', headers: { 'transfer-encoding': 'chunked' }, body: 'x' },
    411,
  ],
])('%s is refused in the site’s own clothes', async (_, path, options, status) => {
  const reply = await site.ask(path, options);
  expect(reply.status).toBe(status);
  expect(reply.text).toContain('<title>Demande refusée</title>');
});

test('the process says that it lives', async () => {
  const { status, text } = await site.ask('/healthz');
  expect([status, text]).toEqual([200, 'ok']);
});
