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

test.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['203.0.113.7:54321', '203.0.113.7'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['"[2001:db8::1]:443"', '2001:db8::1'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
])('%s is the address %s', (forwarded, address) => {
  const headers = { 'x-forwarded-for': forwarded };
  trustProxies(headers, 1);
  expect(headers['x-forwarded-for']).toBe(address);
});

test.each([
  '',
  ' ',
  ',',
  'unknown',
  '_hidden',
  '999.1.1.1',
  '1.1.1',
  "1.1.1.1' OR 1=1",
  '203.0.113.7, ',
  'a'.repeat(8000),
])('«%s» is no address: the connection says where the visitor is', (forwarded) => {
  const headers = { 'x-forwarded-for': forwarded };
  trustProxies(headers, 1);
  expect(headers).toEqual({});
});

test('several headers count as one, in their order', () => {
  const headers = { 'x-forwarded-for': ['1.1.1.1', '203.0.113.7'] as unknown as string };
  trustProxies(headers, 1);
  expect(headers['x-forwarded-for']).toBe('203.0.113.7');
});
