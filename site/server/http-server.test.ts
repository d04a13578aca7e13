import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBoundedServer } from './http-server.ts';
import { TestCms } from './test-site/cms.ts';
import { eventually, TestWorld, type TestSite } from './test-site/world.ts';

const cms = new TestCms();
let world: TestWorld;
let site: TestSite;

beforeAll(async () => {
  await cms.start();
  cms.texts.set('/home', 'Accueil');
  cms.texts.set('/steps/slow', 'Lentement');
  world = new TestWorld(cms);
  site = await world.startSite();
});

afterAll(async () => {
  await world.clear();
  await cms.stop();
});

/** Sends bytes and gives back all that came until the connection closed. */
async function converse(port: number, ...parts: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => (heard += String(chunk)));
  socket.on('error', () => undefined);
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return heard;
}

test('headers too large are a 431', async () => {
  const port = Number(new URL(site.url).port);
  expect(await converse(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
});

test('what is not HTTP is a 400, and the process lives', async () => {
  const port = Number(new URL(site.url).port);
  expect(await converse(port, 'bonjour\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect((await site.ask('/healthz')).status).toBe(200);
});

test.each([
  ['headers that never end', ['GET / HTTP/1.1\r\nHost: a\r\n']],
  ['a body that never comes', ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc']],
])('%s are a 408 once their time is over', async (_, parts) => {
  const server = createBoundedServer(() => undefined, {
    headersTimeout: 200,
    requestTimeout: 400,
    connectionsCheckingInterval: 50,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  expect(await converse(port, ...parts)).toMatch(/^HTTP\/1\.1 408 /);
  server.close();
});

test('a connection on which nothing happens is closed', async () => {
  const server = createBoundedServer(() => undefined, { idleTimeout: 200 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  expect(await converse(port)).toBe('');
  server.close();
});

test('connections beyond the limit are refused', async () => {
  const server = createBoundedServer((_, response) => response.end('ok'), { maxConnections: 2 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  await Promise.all(held.map((socket) => once(socket, 'connect')));
  await delay(50);
  expect(await converse(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('');
  for (const socket of held) socket.destroy();
  server.close();
});

test('SIGTERM lets the requests in flight finish, then ends the process', async () => {
  const stopping = await world.startSite({ stateDir: `${world.stateDir}/stopping` });
  cms.slowness = 600;
  const reply = stopping.ask('/charte/slow', { headers: { connection: 'keep-alive' } });
  await eventually(() => expect(cms.countCalls('/steps/slow')).toBe(1));
  const stopped = stopping.signal('SIGTERM');
  await delay(100);
  await expect(stopping.ask('/healthz')).rejects.toThrow('ECONNREFUSED');
  expect((await reply).text).toContain('Lentement');
  await stopped;
  cms.slowness = 0;
  expect(stopping.process.exitCode).toBe(0);
});
