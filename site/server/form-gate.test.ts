import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FormGate } from './form-gate.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a network is held once it sent twice what is received in an hour, until its minute is over', () => {
  const gate = new FormGate(3);
  for (let time = 0; time < 6; time++) expect(gate.holds('203.0.113.1')).toBeUndefined();
  vi.setSystemTime(Date.now() + 20_000);
  expect(gate.holds('203.0.113.1')).toBe(40);
  expect(gate.holds('::ffff:203.0.113.1')).toBe(40);
  expect(gate.holds('203.0.113.2')).toBeUndefined();
  vi.setSystemTime(Date.now() + 40_001);
  expect(gate.holds('203.0.113.1')).toBeUndefined();
});

test('a /64 of IPv6 is one network', () => {
  const gate = new FormGate(1);
  expect(gate.holds('2001:db8:1:2::1')).toBeUndefined();
  expect(gate.holds('2001:db8:1:2::2')).toBeUndefined();
  expect(gate.holds('2001:db8:1:2:a:b:c:d')).toBe(60);
  expect(gate.holds('2001:db8:1:3::1')).toBeUndefined();
});
