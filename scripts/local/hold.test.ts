import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findHolder, type Holder, holdState } from './hold.ts';

const holder: Holder = { verb: 'start', pid: 4242, siteUrl: 'http://localhost:4321' };
let stateDir: string;
beforeEach(() => (stateDir = mkdtempSync(path.join(os.tmpdir(), 's-tetic-hold-'))));
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

test('a second start is told of the first', async () => {
  const hold = await holdState(stateDir, holder);
  await expect(holdState(stateDir, { ...holder, pid: 1 })).rejects.toThrow(
    'S-tetic already runs here (npm run start, process 4242), at http://localhost:4321. Use that one, or stop it first: Ctrl-C in its terminal, or kill 4242',
  );
  hold.release();
});

test('another command learns where the database is', async () => {
  const hold = await holdState(stateDir, holder);
  hold.tell({ databaseUrl: 'postgres://here' });
  expect(await findHolder(stateDir)).toEqual({ ...holder, databaseUrl: 'postgres://here' });
  hold.release();
});

test('what was released is free', async () => {
  const hold = await holdState(stateDir, holder);
  hold.release();
  await expect.poll(() => findHolder(stateDir)).toBeUndefined();
  const next = await holdState(stateDir, holder);
  expect(next.afterKill).toBe(false);
  next.release();
});
