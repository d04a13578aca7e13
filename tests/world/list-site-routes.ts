import { globSync } from 'node:fs';
import path from 'node:path';

const pages = path.resolve(import.meta.dirname, '../../site/src/pages');

/** The addresses of the site, from the folder that is its map: `/charte/[slug]`. In French, whose addresses have no prefix. */
export function listSiteRoutes(): string[] {
  return globSync('**/*.{astro,ts}', { cwd: pages, dot: true } as object)
    .map((file) => `/${file}`.replace(/\.(astro|ts)$/, '').replace('/[...locale]', ''))
    .map((route) => route.replace(/\/index$/, '') || '/')
    .filter((route) => route !== '/404' && route !== '/500')
    .map((route) => route.replace('/[...path]', '/[path]'))
    .sort();
}
