import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CmsUnavailable, type Sent } from './cms.ts';
import { receiveForm } from './receive-form.ts';
import { challengeAsked, workAtHand, workField } from './work-at-hand.ts';

const schema = z.strictObject({ name: z.string().max(5) });

function post(fields: Record<string, string>, send: (body: { name: string }) => Promise<Sent<string>>) {
  const request = new Request('http://site.example/', { method: 'POST', body: new URLSearchParams(fields) });
  return receiveForm(request, { schema, read: (form) => Object.fromEntries(form), send });
}

const taken = async () => ({ data: 'ST-2026-0042' });

test('what is right is handed over and its answer given back', async () => {
  expect(await post({ name: 'Anne' }, taken)).toEqual({ received: 'ST-2026-0042' });
});

describe('what is wrong comes back with everything that was typed', () => {
  test('a field that the schema refuses never reaches the CMS', async () => {
    const { refusal } = await post({ name: 'Apolline' }, () => expect.unreachable());
    expect(refusal).toMatchObject({ status: 422, issues: [{ path: ['name'], key: 'error.tooLong' }] });
    expect(refusal?.typed.get('name')).toBe('Apolline');
  });

  test('a form of sixty thousand fields that nobody asked for', async () => {
    const flood = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`x${index}`, '']));
    const { refusal } = await post({ name: 'Apolline', ...flood }, () => expect.unreachable());
    expect(refusal).toMatchObject({ status: 422, issues: { length: 50, 0: { path: ['name'] } } });
  });

  test('a CMS that is away', async () => {
    const { refusal } = await post({ name: 'Anne' }, () => Promise.reject(new CmsUnavailable('no answer')));
    expect(refusal).toMatchObject({ status: 503, issues: [{ path: [], key: 'error.unavailable' }] });
    expect(refusal?.typed.get('name')).toBe('Anne');
  });

  test('a refusal of the CMS about a field', async () => {
    const issues = [{ path: ['zones', 0], key: 'error.unknownZone', values: { value: 'lune' } }];
    const { refusal } = await post({ name: 'Anne' }, async () => ({
      refusal: { status: 422, message: 'Non.', issues },
    }));
    expect(refusal).toMatchObject({ status: 422, issues });
  });

  test('a refusal of the CMS in a sentence', async () => {
    const { refusal } = await post({ name: 'Anne' }, async () => ({
      refusal: { status: 429, message: 'Trop.', issues: [] },
    }));
    expect(refusal).toMatchObject({ status: 429, issues: [{ path: [], key: 'Trop.' }] });
  });

  test('a second copy, with the reference of the first', async () => {
    const { refusal } = await post({ name: 'Anne' }, async () => ({
      refusal: { status: 409, message: 'Déjà.', issues: [], reference: 'ST-2026-0042' },
    }));
    expect(refusal).toMatchObject({ status: 409, reference: 'ST-2026-0042' });
  });
});

test('our own faults are not told as the sender’s', async () => {
  await expect(post({ name: 'Anne' }, () => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
});

test('a form too large is answered 413, with the limit', async () => {
  const { refusal } = await post({ name: 'a'.repeat(600_000) }, () => expect.unreachable());
  expect(refusal).toMatchObject({ status: 413, issues: [{ key: 'error.tooLarge', values: { max: 512 } }] });
});

test('what is no form is answered 415', async () => {
  const request = new Request('http://site.example/', {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  const { refusal } = await receiveForm(request, { schema, read: () => ({}), send: taken });
  expect(refusal).toMatchObject({
    status: 415,
    issues: [{ key: 'error.mediaType', values: { found: 'application/json' } }],
  });
});

describe('proof of work', () => {
  test('is no field of a form, and is at hand when the form is handed over', async () => {
    const { received } = await post({ name: 'Anne', [workField]: 'e30=' }, async (body) => ({
      data: `${workAtHand()} ${JSON.stringify(body)}`,
    }));
    expect(received).toBe('e30= {"name":"Anne"}');
    expect((await post({ name: 'Anne' }, async () => ({ data: String(workAtHand()) }))).received).toBe('undefined');
  });

  test('that is longer than any is left out', async () => {
    const form = { name: 'Anne', [workField]: 'a'.repeat(2001) };
    expect((await post(form, async () => ({ data: String(workAtHand()) }))).received).toBe('undefined');
  });

  test('is asked of whoever sent the form, by the page that answers them', async () => {
    const parameters = { algorithm: 'PBKDF2/SHA-256', nonce: 'a', salt: 'b', cost: 1, keyLength: 32, keyPrefix: '00' };
    const challenge = { parameters: { ...parameters, expiresAt: 1 }, signature: 'c' };
    const request = new Request('http://site.example/', {
      method: 'POST',
      body: new URLSearchParams({ name: 'Anne' }),
    });
    const { refusal } = await receiveForm(request, {
      schema,
      read: (form) => Object.fromEntries(form),
      send: async () => ({ refusal: { status: 429, message: 'Attendez.', issues: [], retryAfter: 60, challenge } }),
    });
    expect(refusal).toMatchObject({ status: 429, retryAfter: 60, issues: [{ key: 'Attendez.' }] });
    expect(challengeAsked(request)).toEqual(challenge);
  });
});
