import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitWebsite } from './visit-website.ts';

const careful = { name: 'S-tetic', goesAnywhere: false };

let server: Server;
let port: number;
let visits = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    visits += 1;
    response.end();
  });
  server.listen(0);
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

test('the server of this test is there for whoever goes anywhere', async () => {
  expect(await visitWebsite(`http://127.0.0.1:${port}`, { ...careful, goesAnywhere: true })).toBeUndefined();
  expect(visits).toBe(1);
});

test.each([
  'http://127.0.0.1',
  'http://2130706433',
  'http://0x7f.1',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://localhost',
  'http://169.254.169.254/latest/meta-data',
])('%s is not visited', async (address) => {
  visits = 0;
  expect(await visitWebsite(address, careful)).toContain('is not on the public internet');
  const { host, pathname } = new URL(address);
  expect(await visitWebsite(`http://${host}:${port}${pathname}`, careful)).toMatch(/not on the public|not that of/);
  expect(visits).toBe(0);
});

test.each(['ftp://exemple.example', 'file:///etc/passwd'])('%s is no website', async (address) => {
  expect(await visitWebsite(address, careful)).toContain('is not a website');
});
