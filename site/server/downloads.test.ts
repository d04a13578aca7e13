import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TestCms } from './test-site/cms.ts';
import { eventually, TestWorld, type TestSite } from './test-site/world.ts';

const FILE = '/donnees-ouvertes/ressources.csv';

const cms = new TestCms();
let world: TestWorld;
let site: TestSite;

beforeAll(async () => {
  await cms.start();
  cms.texts.set('/row', 'première');
  cms.texts.set('/parts', '0');
  cms.texts.set('/home', 'Bienvenue');
  world = new TestWorld(cms);
  site = await world.startSite({ maxBytes: 8 * 1024 * 1024 });
});

afterAll(async () => {
  await world.clear();
  await cms.stop();
});

/** Changes what the file is made of, and waits until the site gives it. */
async function change(row: string, parts = 0): Promise<void> {
  cms.texts.set('/parts', String(parts));
  cms.publish('/row', row, 'row');
  await eventually(async () => expect((await site.ask(FILE)).text).toContain(row), 10_000);
}

test('fifty readers at once cost one writing, and those who come later none', async () => {
  const replies = await Promise.all(Array.from({ length: 50 }, () => site.ask(FILE)));
  expect(new Set(replies.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 première\r\n']));
  await site.ask(`${FILE}?x=1`, { headers: { authorization: 'Bearer somebody' } });
  expect(cms.countCalls('/row')).toBe(1);
});

test('it goes out compressed to who accepts it, with its length, its date and a mark that stays with what it holds', async () => {
  const [plain, compressed] = await Promise.all([
    site.ask(FILE),
    site.ask(FILE, { headers: { 'accept-encoding': 'br, gzip' } }),
  ]);
  expect(gunzipSync(compressed.body).toString()).toBe(plain.text);
  expect(compressed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(compressed.body.length),
    'content-type': 'text/csv; charset=utf-8',
    'last-modified': 'Tue, 24 Nov 2026 10:00:00 GMT',
    vary: 'Accept-Encoding',
  });
  expect(plain.headers['content-length']).toBe(String(plain.body.length));
  expect(plain.headers['cache-tag']).toBeUndefined();

  await change('deuxième');
  await change('première');
  expect((await site.ask(FILE)).headers.etag).toBe(plain.headers.etag);
});

test('a reader who has it already gets nothing again', async () => {
  const { headers } = await site.ask(FILE, { method: 'HEAD' });
  const again = await site.ask(FILE, { headers: { 'if-none-match': headers.etag } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const since = await site.ask(FILE, { headers: { 'if-modified-since': headers['last-modified'] } });
  expect(since.status).toBe(304);
});

test('one far larger than the store of pages is given whole, and pushes no page out', async () => {
  await site.ask('/');
  const calls = cms.countCalls('/home');
  await change('longue', 12);
  expect((await site.ask(FILE)).body.length).toBe('longue\r\n'.length + 12 * 1024 * 1024);
  await site.ask('/');
  expect(cms.countCalls('/home')).toBe(calls);
  await change('première');
});

test('while the CMS is away the older one stands in; without an older one it is a 503, never a file cut short', async () => {
  cms.mood = 'broken';
  cms.publish('/other', 'x', 'row');
  await eventually(async () => expect((await site.ask(FILE)).text).toBe('première\r\n'));
  const fresh = await world.startSite({
    stateDir: `${world.stateDir}/fresh`,
    timings: { catchUpPatience: 100 },
  });
  const reply = await fresh.ask(FILE);
  expect([reply.status, reply.headers['content-type']]).toEqual([503, 'text/html']);
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  cms.mood = 'well';
  await eventually(async () => expect((await fresh.ask(FILE)).status).toBe(200));
});

describe('what gives no file', () => {
  /** The files that a site keeps, in a folder for temporary files of its own. */
  const filesKept = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

  async function startApart(name: string): Promise<{ apart: TestSite; kept: () => unknown[] }> {
    const folder = mkdtempSync(join(world.stateDir, name));
    vi.stubEnv('TMPDIR', folder);
    const apart = await world.startSite({ stateDir: `${world.stateDir}/${name}` });
    vi.unstubAllEnvs();
    return { apart, kept: () => filesKept(folder) };
  }

  test('leaves nothing on disk: a language that the site does not have, a CMS that is away, an answer cut short', async () => {
    const { apart, kept } = await startApart('leaves-nothing');
    for (const language of ['zz', 'zz-a1', 'zz-a2']) expect((await apart.ask(`/${language}${FILE}`)).status).toBe(404);
    expect(kept()).toEqual([]);

    cms.slowness = 200;
    const calls = cms.countCalls('/row');
    const cutShort = apart.ask(FILE);
    await eventually(() => expect(cms.countCalls('/row')).toBe(calls + 1));
    cms.mood = 'broken';
    expect((await cutShort).status).toBe(503);
    expect((await apart.ask(FILE)).status).toBe(503);
    expect(kept()).toEqual([]);

    cms.slowness = 0;
    cms.mood = 'well';
    await eventually(async () => expect((await apart.ask(FILE)).status).toBe(200));
    expect(kept()).toHaveLength(2);
  });

  test('is remembered for a while, and until something changes', async () => {
    const { apart } = await startApart('is-remembered');
    cms.texts.delete('/row');
    const calls = cms.countCalls('/row');
    for (let time = 0; time < 10; time++) expect((await apart.ask(FILE)).status).toBe(404);
    // Once as a file, once as the page that says that there is none.
    expect(cms.countCalls('/row')).toBe(calls + 2);
    cms.publish('/row', 'première', 'row');
    await eventually(async () => expect((await apart.ask(FILE)).status).toBe(200));
  });
});

test('a name that is no file of the open data is a page like another', async () => {
  expect((await site.ask('/donnees-ouvertes/rien.csv')).status).toBe(404);
});
