import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeChallenge, readWork } from './challenge.ts';
import type { Challenge } from './contract.ts';

const minute = 60_000;
const now = new Date('2026-11-24T10:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  setSecrets('a key of sixteen characters and more');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('what a challenge asks for is recognised once it is done, as long as it is in time', async () => {
  const work = await workOut(await makeChallenge(now));
  expect(await readWork(work)).toBeDefined();
  vi.setSystemTime(now.getTime() + 29 * minute);
  expect(await readWork(work)).toBeDefined();
  vi.setSystemTime(now.getTime() + 31 * minute);
  expect(await readWork(work)).toBeUndefined();
});

test('two challenges are never the same, and say nothing of whom they are for', async () => {
  const [one, other] = [await makeChallenge(now), await makeChallenge(now)];
  expect(one.signature).not.toBe(other.signature);
  expect(Object.keys(one.parameters).sort()).toEqual(
    ['algorithm', 'cost', 'expiresAt', 'keyLength', 'keyPrefix', 'keySignature', 'nonce', 'salt'].sort(),
  );
});

describe('nothing else passes for it', () => {
  test('a challenge that was made easier, longer or under another secret', async () => {
    const challenge = await makeChallenge(now);
    const easier = await workOut(challenge, ({ parameters }) => ({ ...parameters, cost: 1 }));
    const longer = await workOut(challenge, ({ parameters }) => ({ ...parameters, expiresAt: 4_000_000_000 }));
    for (const forged of [easier, longer]) expect(await readWork(forged)).toBeUndefined();
    const right = await workOut(challenge);
    setSecrets('another key of sixteen characters');
    expect(await readWork(right)).toBeUndefined();
  });

  test('a solution that was not worked out', async () => {
    const challenge = await makeChallenge(now);
    const solution = { counter: 1, derivedKey: challenge.parameters.keyPrefix.padEnd(64, '0') };
    expect(await readWork(encode({ challenge, solution }))).toBeUndefined();
  });

  test.each(['', 'e30=', 'null', 'é', '{', encode([]), encode({ challenge: null })])('«%s»', async (text) => {
    expect(await readWork(text)).toBeUndefined();
  });
});

/** Works a challenge out, and gives it back as it was or as its bearer would rather have it. */
async function workOut(challenge: Challenge, change?: (challenge: Challenge) => Challenge['parameters']) {
  const solution = await solveChallenge({ challenge, deriveKey });
  return encode({ challenge: change ? { ...challenge, parameters: change(challenge) } : challenge, solution });
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}

function setSecrets(key: string): void {
  const secret = 'sixteen characters';
  const names = ['SITE_TOKEN', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT'];
  const values = {
    ...Object.fromEntries(names.map((name) => [name, secret])),
    APP_KEYS: `${secret},${secret}`,
    DATABASE_URL: 'postgres://none@127.0.0.1/none',
    ENCRYPTION_KEY: key,
  };
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
}
