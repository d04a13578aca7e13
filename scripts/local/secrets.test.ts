import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecrets } from './secrets.ts';

let stateDir: string;
beforeEach(() => (stateDir = mkdtempSync(path.join(os.tmpdir(), 's-tetic-secrets-'))));
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

test('secrets are made once, and only their owner may read them', () => {
  const made = openSecrets(stateDir);
  expect(openSecrets(stateDir)).toEqual(made);
  expect(statSync(path.join(stateDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('there is one login per role, with a password that Strapi takes', () => {
  const { accounts } = openSecrets(stateDir);
  expect(accounts.map(({ role }) => role)).toEqual(['editor', 'moderator', 'translator', 'administrator']);
  for (const { password } of accounts) {
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(password).toMatch(/[a-z]/);
    expect(password).toMatch(/[A-Z]/);
    expect(password).toMatch(/\d/);
  }
});

test('a damaged file is not replaced, because the database was made with what it held', () => {
  const file = path.join(stateDir, 'secrets.json');
  writeFileSync(file, '{ "databasePassword": ');
  expect(() => openSecrets(stateDir)).toThrow(
    `${file} is not JSON any more. Put it back from a copy; to start anew and lose the embedded database, remove its folder.`,
  );
});
