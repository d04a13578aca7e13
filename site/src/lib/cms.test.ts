import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { afterEach, expect, test, vi } from 'vitest';
import { CmsUnavailable, readCms, sendToCms } from './cms.ts';

const notes = {
  name: 'notes',
  routes: {
    note: { method: 'GET', path: '/notes/:slug', answer: z.object({ text: z.string() }) },
    send: {
      method: 'POST',
      path: '/notes',
      body: z.object({ text: z.string() }),
      answer: z.object({ reference: z.string() }),
    },
  },
} as const;

const question = { params: { slug: 'a/b' }, query: { locale: 'en', page: undefined } };
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllEnvs();
});

/** What answers in place of the CMS, and misbehaves as no CMS could be made to. */
async function answerWith(listener: RequestListener): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stops.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  vi.stubEnv('CMS_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('SITE_TOKEN', 'a-secret-of-the-site');
}

test('an answer comes with the tags of what it is made of', async () => {
  await answerWith(({ url }, response) => {
    response.setHeader('Cache-Tag', 'note:1, zone');
    response.end(JSON.stringify({ text: url, more: 'is left out' }));
  });
  expect(await readCms(notes, 'note', question)).toEqual({
    data: { text: '/api/notes/notes/a%2Fb?locale=en' },
    tags: ['note:1', 'zone'],
  });
});

test.each([
  ['what the CMS does not know', 404],
  ['what could not be the address of anything', 422],
])('%s is no error', async (_, status) => {
  await answerWith((_, response) => {
    response.statusCode = status;
    response.end('{}');
  });
  expect(await readCms(notes, 'note', question)).toEqual({ data: undefined, tags: [] });
});

test.each<[string, RequestListener, RegExp]>([
  ['fails', (_, response) => response.writeHead(503).end(), /answered 503 at http:/],
  ['hangs up', ({ socket }) => socket.destroy(), /cannot be reached/],
  ['answers something that is not JSON', (_, response) => response.end('<html>'), /not JSON/],
  ['breaks its contract', (_, response) => response.end('{"text":1}'), /at text: .*expected string/],
])('a CMS that %s is unavailable, and the error says what to look at', async (_, listener, message) => {
  await answerWith(listener);
  const error = await readCms(notes, 'note', question).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CmsUnavailable);
  expect((error as Error).message).toMatch(message);
  expect((error as Error).message).toMatch(/Is it running, at the version of this site\? CMS_URL says where\.$/);
});

test('what a visitor sends is vouched for by the site, with the visitor’s address', async () => {
  await answerWith(({ headers }, response) => {
    response.end(JSON.stringify({ reference: `${headers.authorization} ${headers['x-client-address']}` }));
  });
  const sent = await sendToCms(notes, 'send', { text: 'Bonjour' }, { address: '192.0.2.7' });
  expect(sent).toEqual({ data: { reference: 'Bearer a-secret-of-the-site 192.0.2.7' } });
});

test('a refusal is handed back with its reasons', async () => {
  const issues = [{ path: ['text'], key: 'error.required', values: {} }];
  await answerWith((_, response) => {
    response.statusCode = 422;
    response.end(JSON.stringify({ error: { status: 422, message: 'Un point est à revoir.', details: { issues } } }));
  });
  const { refusal } = await sendToCms(notes, 'send', { text: '' }, { address: '192.0.2.7' });
  expect(refusal).toEqual({ status: 422, message: 'Un point est à revoir.', issues });
});
