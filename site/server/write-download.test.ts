import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { anonymousRequest, createRenderer, type AstroHandler } from './render-page.ts';
import { DownloadResponse } from './write-download.ts';

const siteUrl = 'https://example.test';
const folder = mkdtempSync(join(tmpdir(), 's-tetic-written-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** What Node's own `writeHead` takes: a header that stands several times is a list. */
const answerTwice: AstroHandler = async (_, response) => {
  response.writeHead(200, 'OK', { 'X-Named': ['one', 'other'], Age: 3, 'X-Absent': undefined });
  response.write('une ligne\r\n');
  response.end('et une autre');
};

test('a file and a page keep the headers of an answer the same, each that stands twice being two', async () => {
  const path = join(folder, 'file');
  const response = new DownloadResponse(anonymousRequest(siteUrl, '/file'), path);
  await answerTwice(anonymousRequest(siteUrl, '/file'), response);
  const written = await response.written;
  const rendered = await createRenderer(answerTwice, { siteUrl, deadline: 1_000 }).renderShared('/file');
  expect(written.headers).toEqual({ 'x-named': ['one', 'other'], age: '3' });
  expect(rendered.headers).toEqual(written.headers);
  expect([readFileSync(path), gunzipSync(readFileSync(`${path}.gz`))]).toEqual([rendered.body, rendered.body]);
});
