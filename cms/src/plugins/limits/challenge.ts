import { hkdfSync } from 'node:crypto';
import { readEnvironment } from '@s-tetic/config/environment';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { type Challenge, work, type Work } from './contract';

/** Seconds that a challenge may be worked on, and its form corrected. */
const lifetime = 30 * 60;

/**
 * How much work it is: keys to derive until the one that was drawn, and rounds of PBKDF2 for each. A browser's own cryptography
 * does the rounds, so that whoever writes a faster program gains little. Node took 0.23 to 0.70 s on one core of a
 * server; a telephone of the middle range, four times slower (the ratio that Lighthouse takes), would take 1 to 3 s.
 */
const effort = { fewest: 150, most: 450, rounds: 5_000 } as const;

/**
 * Makes a challenge (ALTCHA, https://altcha.org, protocol 2). It holds nothing of whom it is given to, and nothing is stored
 * until it is spent: its signature proves that it is ours.
 */
export async function makeChallenge(now: Date): Promise<Challenge> {
  const { signature, parameters } = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: effort.rounds,
    counter: randomInt(effort.most, effort.fewest),
    deriveKey,
    expiresAt: Math.floor(now.getTime() / 1000) + lifetime,
    ...secrets(),
  });
  return { signature: signature!, parameters: { ...parameters, expiresAt: parameters.expiresAt! } };
}

/** What a visitor brought, when it is the work that a challenge of ours asked for, still in time. */
export async function readWork(text: string): Promise<Work | undefined> {
  const { data } = work.safeParse(parse(text));
  if (!data) return undefined;
  const { verified } = await verifySolution({ ...data, deriveKey, ...secrets() });
  return verified ? data : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString());
  } catch {
    return undefined;
  }
}

/** Two secrets that follow from one that every process has (RFC 5869). */
const secrets = () => ({
  hmacSignatureSecret: secretFor('challenge'),
  hmacKeySignatureSecret: secretFor('key'),
});

function secretFor(use: string): string {
  const { ENCRYPTION_KEY } = readEnvironment(process.env, 'cms');
  return Buffer.from(hkdfSync('sha256', ENCRYPTION_KEY, '', `s-tetic proof of work ${use}`, 32)).toString('hex');
}
