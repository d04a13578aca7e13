import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { listSiteRoutes } from './world/list-site-routes.ts';
import { sharedWorld } from './world/shared.ts';

const { cmsUrl, siteUrl } = sharedWorld();

const { paths } = (await (await fetch(`${cmsUrl}/api/openapi`)).json()) as {
  paths: Record<string, { get?: object; post?: object }>;
};
const readable = Object.keys(paths).filter((path) => paths[path]!.get);
const writable = Object.keys(paths).filter((path) => paths[path]!.post);
const pages = listSiteRoutes().map((route) => route.replace(/\[\w+\]/g, '0'));

const kilobytes = (count: number) => 'a'.repeat(count * 1024);

describe('the public API', () => {
  test.each(writable)('%s takes no more than 256 kB', async (path) => {
    const response = await fetch(`${cmsUrl}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: kilobytes(300) }),
    });
    expect(response.status).toBe(413);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain('256');
  });

  test.each(readable)('%s takes no address of 20 kB, nor such headers', async (path) => {
    expect((await fetch(`${cmsUrl}/api${path}?q=${kilobytes(20)}`)).status).toBe(431);
    expect((await fetch(`${cmsUrl}/api${path}`, { headers: { 'x-long': kilobytes(20) } })).status).toBe(431);
  });

  test('waits 10 s for the headers of a request', () => expectImpatience(cmsUrl));
});

describe('the site', () => {
  test.each(pages)('%s takes no address of 2 kB, nor headers of 20 kB', async (path) => {
    expect((await fetch(`${siteUrl}${path}?q=${kilobytes(2)}`)).status).toBe(414);
    expect((await fetch(siteUrl + path, { headers: { 'x-long': kilobytes(20) } })).status).toBe(431);
  });

  test.each(pages)('%s takes no body of more than 1 MB, nor one that does not say its size', async (path) => {
    expect((await post(path, { 'content-length': String(2 * 1024 * 1024) })).status).toBe(413);
    expect((await post(path, { 'transfer-encoding': 'chunked' })).status).toBe(411);
  });

  test.each(['/commenter', '/ressources/inscrire'])('%s takes no form of more than 512 kB', async (path) => {
    const body = new URLSearchParams({ text: kilobytes(600) });
    expect((await fetch(siteUrl + path, { method: 'POST', headers: { origin: siteUrl }, body })).status).toBe(413);
  });

  test('waits 10 s for the headers of a request', () => expectImpatience(siteUrl));
});

/** Announces a body, and waits for the answer without sending it. */
async function post(path: string, headers: Record<string, string>): Promise<{ status: number | undefined }> {
  const type = { 'content-type': 'application/x-www-form-urlencoded', origin: siteUrl };
  const asked = request(siteUrl + path, { method: 'POST', headers: { ...type, ...headers } });
  asked.on('error', () => undefined);
  asked.flushHeaders();
  const [answer] = (await once(asked, 'response')) as [{ statusCode?: number }];
  asked.destroy();
  return { status: answer.statusCode };
}

/** Begins a request and never ends its headers. */
async function expectImpatience(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const started = performance.now();
  socket.write('GET / HTTP/1.1\r\nHost: exemple.example\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toContain('408');
  expect(performance.now() - started).toBeLessThan(15_000);
  socket.destroy();
}
