import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Contract } from './contract.ts';

const plugins = new URL('../plugins/', import.meta.url);
const pages = new URL('../../../site/src/pages/[...locale]/', import.meta.url);

test('no document has the address of another page of its section', async () => {
  const reserved: string[] = [];
  for (const { page, attributes } of await listTypes()) {
    const [, section] = /^\/([a-z-]+)\/:slug$/.exec(page ?? '') ?? [];
    if (section === undefined) continue;
    const { pattern } = attributes['slug'] as { pattern: string };
    for (const name of listNames(new URL(`${section}/`, pages))) {
      reserved.push(`${section}/${name}`);
      expect(name).not.toMatch(new RegExp(pattern));
      expect(`${name}-2`).toMatch(new RegExp(pattern));
    }
  }
  expect(reserved).toContain('ressources/couverture');
});

async function listTypes() {
  const folders = readdirSync(plugins).filter((name) => existsSync(new URL(`${name}/contract.ts`, plugins)));
  const loaded = await Promise.all(
    folders.map((name) => import(new URL(`${name}/contract.ts`, plugins).href) as Promise<{ contract: Contract }>),
  );
  return loaded.flatMap(({ contract }) => Object.values(contract.contentTypes));
}

/** The pages of a folder that have an address of their own: `['couverture', 'inscrire']`. */
const listNames = (folder: URL): string[] =>
  readdirSync(folder)
    .map((name) => name.replace(/\.astro$/, ''))
    .filter((name) => name !== 'index' && /^[a-z0-9-]+$/.test(name));
