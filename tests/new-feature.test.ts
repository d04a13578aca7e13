import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postAsSite } from './world/post-as-site.ts';
import type { World } from './world/world.ts';

// A developer follows CONTRIBUTING.md to the letter, in a copy of the project, and nothing but its new files.

const project = path.resolve(import.meta.dirname, '..');
const copy = mkdtempSync(path.join(os.tmpdir(), 's-tetic-new-feature-'));
let world: World;

beforeAll(async () => {
  copyProject();
  for (const { file, content } of workedExample()) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), content, { flag: 'wx' });
  }
  run('cms', '@strapi/typescript-utils/node_modules/typescript/bin/tsc', '-p', '.');
  run('site', 'astro/bin/astro.mjs', 'build');
  const { startWorld } = (await import(path.join(copy, 'tests/world/world.ts'))) as typeof import('./world/world.ts');
  world = await startWorld({ name: 'new-feature', migrate: true });
}, 300_000);

afterAll(async () => {
  await world.stop();
  rmSync(copy, { recursive: true, force: true });
});

test('the page of the new type is on the site, in French', async () => {
  const response = await fetch(`${world.siteUrl}/temoignages/une-garde-partagee`);
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain('<h1>Une garde partagée (démonstration)</h1>');
  expect(html).toContain('et la suite est venue de là');
});

test('a reader in another language gets it in French, and is told', async () => {
  const html = await (await fetch(`${world.siteUrl}/en/temoignages/une-garde-partagee`)).text();
  expect(html).toContain('lang="fr"');
  expect(html).toContain('Trois sociétés payaient chacune');
});

test('it is in the sitemap and in the description of the API', async () => {
  const map = await (await fetch(`${world.siteUrl}/sitemap-1.xml`)).text();
  expect(map).toContain('/temoignages/une-garde-partagee');
  const api = (await (await fetch(`${world.cmsUrl}/api/openapi`)).json()) as { paths: object };
  expect(Object.keys(api.paths)).toContain('/testimonials/testimonials/{slug}');
});

test('it is found by its words', async () => {
  const response = await fetch(`${world.cmsUrl}/api/search/results?q=gardes+partagees`);
  const { hits } = (await response.json()) as { hits: object[] };
  expect(hits[0]).toMatchObject({ path: '/temoignages/une-garde-partagee', type: 'testimonials.testimonial' });
});

test('it takes comments', async () => {
  const { status } = await postAsSite(world, '/comments/comments', {
    path: '/temoignages/une-garde-partagee',
    locale: 'fr',
    audience: 'publish',
    author: 'Une lectrice',
    email: 'lectrice@exemple.example',
    text: 'Merci.',
  });
  expect(status).toBe(202);
});

/** The files of the worked example: each block of code that follows a line which is only a path. */
function workedExample(): { file: string; content: string }[] {
  const guide = readFileSync(path.join(project, 'CONTRIBUTING.md'), 'utf8');
  const files = [...guide.matchAll(/^`([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)];
  return files.map(([, file, content]) => ({ file: file!, content: content! }));
}

/** The project as it stands, linked to the same packages, but to its own workspaces. */
function copyProject() {
  const made = new Set(['node_modules', 'dist', '.git', '.data', '.astro', 'test-results']);
  cpSync(project, copy, { recursive: true, filter: (source) => !made.has(path.basename(source)) });
  cpSync(path.join(project, 'cms/dist/build'), path.join(copy, 'cms/dist/build'), { recursive: true });
  for (const folder of ['node_modules', ...globSync('{cms,site,config}/node_modules', { cwd: project })]) {
    mkdirSync(path.join(copy, folder));
    for (const name of readdirSync(path.join(project, folder))) {
      if (name !== '@s-tetic') symlinkSync(path.join(project, folder, name), path.join(copy, folder, name));
    }
  }
  mkdirSync(path.join(copy, 'node_modules/@s-tetic'));
  for (const name of ['cms', 'site', 'config'])
    symlinkSync(path.join(copy, name), path.join(copy, 'node_modules/@s-tetic', name));
}

function run(workspace: string, script: string, ...args: string[]) {
  execFileSync(process.execPath, [path.join(project, 'node_modules', script), ...args], {
    cwd: path.join(copy, workspace),
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
}
