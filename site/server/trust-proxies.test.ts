import { expect, test } from 'vitest';
import { trustProxies } from './trust-proxies.ts';

const sent = {
  'x-forwarded-for': '1.1.1.1, 203.0.113.7, 10.0.0.2',
  'x-forwarded-host': 'a.test',
  'x-forwarded-proto': 'https',
  forwarded: 'for=1.1.1.1',
};

test('without a proxy, nothing that claims to come from one is believed', () => {
  const headers = { ...sent, accept: 'text/html' };
  trustProxies(headers, 0);
  expect(headers).toEqual({ accept: 'text/html' });
});

test.each([
  [1, '10.0.0.2'],
  [2, '203.0.113.7'],
  [3, '1.1.1.1'],
  [9, '1.1.1.1'],
])('behind %i proxies the visitor is %s', (trusted, address) => {
  const headers = { ...sent };
  trustProxies(headers, trusted);
  expect(headers['x-forwarded-for']).toBe(address);
  expect(headers['x-forwarded-proto']).toBe('https');
});
