import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ENCODINGS } from './negotiate.ts';
import { PageArchive } from './page-archive.ts';
import { storePage, type StoredPage } from './stored-page.ts';

const options = { keepCdnHeaders: false };
let folder: string;
const opened: PageArchive[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 's-tetic-archive-'));
});

afterEach(() => {
  for (const archive of opened.splice(0)) archive.close();
  rmSync(folder, { recursive: true });
});

function open(build = 'one'): PageArchive {
  const archive = PageArchive.open(folder, build)!;
  opened.push(archive);
  return archive;
}

function close(archive: PageArchive): void {
  opened.splice(opened.indexOf(archive), 1);
  archive.close();
}

function makePage(key: string, text = 'Bonjour. '.repeat(100)): Promise<StoredPage> {
  const rendered = { status: 200, headers: { 'content-type': 'text/html', 'x-page': key }, body: Buffer.from(text) };
  return storePage(key, rendered, { maxAge: 60, staleWhileRevalidate: 60, tags: ['a', key] }, options);
}

/** A page with all its forms made. */
function inFull({ variantOf, ...page }: StoredPage): object {
  return { ...page, variants: ENCODINGS.map(variantOf) };
}

test('a page comes back from disk as it was', async () => {
  const page = await makePage('/a');
  const archive = open();
  archive.keep(page);
  close(archive);
  expect([...open().pages(options)].map(inFull)).toEqual([inFull(page)]);
});

test('a page too small to compress comes back too', async () => {
  const page = await makePage('/a', 'Court');
  const archive = open();
  archive.keep(page);
  close(archive);
  expect([...open().pages(options)].map(inFull)).toEqual([inFull(page)]);
});

test('a page let go does not come back', async () => {
  const archive = open();
  archive.keep(await makePage('/a'));
  archive.flush();
  archive.forget('/a');
  close(archive);
  expect([...open().pages(options)]).toEqual([]);
});

test('a purge, the cursor after it and the pages kept before it are written at once', async () => {
  const [purged, other] = await Promise.all([makePage('/a'), makePage('/b')]);
  const archive = open();
  archive.keep(purged);
  archive.keep(other);
  archive.recordPurge([purged], '7');
  close(archive);
  const again = open();
  expect(again.cursor).toBe('7');
  expect([...again.pages(options)].map(({ key, freshUntil }) => [key, freshUntil > 0])).toEqual([
    ['/a', false],
    ['/b', true],
  ]);
});

test('a purge of all is written too', async () => {
  const archive = open();
  archive.keep(await makePage('/a'));
  archive.recordPurge('all', '8');
  close(archive);
  expect([...open().pages(options)].map(({ freshUntil }) => freshUntil)).toEqual([0]);
});

test('the pages of another build, and the cursor they went with, are dropped', async () => {
  const archive = open('one');
  archive.keep(await makePage('/a'));
  archive.recordPurge([], '3');
  close(archive);
  const other = open('two');
  expect([...other.pages(options)]).toEqual([]);
  expect(other.cursor).toBeUndefined();
});

test('two processes that share the folder keep their pages apart', async () => {
  const [one, other] = [open(), open()];
  one.keep(await makePage('/a'));
  one.recordPurge([], '1');
  other.recordPurge([], '2');
  close(one);
  close(other);
  expect(open().cursor).toBe('1');
  expect(open().cursor).toBe('2');
});

test('what was still being rendered when the site stopped comes too late, and breaks nothing', async () => {
  vi.useFakeTimers();
  const archive = open();
  const page = await makePage('/a');
  close(archive);
  archive.keep(page);
  archive.forget('/b');
  vi.runAllTimers();
  vi.useRealTimers();
  expect([...open().pages(options)]).toEqual([]);
});

test('a damaged file is replaced', () => {
  writeFileSync(join(folder, 'pages-1.sqlite'), 'not a database, but long enough to be taken for one '.repeat(100));
  expect([...open().pages(options)]).toEqual([]);
});

test('a folder that cannot be made is said, and the site does without', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  writeFileSync(join(folder, 'file'), '');
  expect(PageArchive.open(join(folder, 'file', 'pages'), 'one')).toBeUndefined();
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('A restart will render them again.'));
  warn.mockRestore();
});
