import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashFiles } from './build.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 's-tetic-build-'));
  write('a.ts', 'one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the hash of the inputs stays while nothing changes', () => {
  const before = hash();
  write('a.ts', 'one');
  expect(hash()).toBe(before);
});

test('it changes with a content, a new file and a new name', () => {
  const hashes = [hash()];
  write('a.ts', 'two');
  hashes.push(hash());
  write('b.ts', 'one');
  hashes.push(hash());
  renameSync(path.join(folder, 'b.ts'), path.join(folder, 'c.ts'));
  hashes.push(hash());
  expect(new Set(hashes).size).toBe(4);
});

test('a test is part of no build, nor is what the globs leave out', () => {
  const before = hash();
  write('a.test.ts', 'test');
  write('notes.md', 'notes');
  expect(hash()).toBe(before);
});

function hash(): string {
  return hashFiles(folder, ['**/*.ts']);
}

function write(name: string, content: string) {
  writeFileSync(path.join(folder, name), content);
}
