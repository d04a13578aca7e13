import { askRaw } from './ask-raw.ts';
import type { Sample } from './contenders.ts';
import { percentile } from './process-figures.ts';

/** The pages that stand for all, by their kind. */
export const kinds: Readonly<Record<string, string>> = {
  home: '/',
  step: '/charte/creer-du-business',
  'filtered list': '/ressources?step=3&zone=hainaut',
  resource: '/ressources/agoria',
  'not found': '/une-page-qui-n-existe-pas',
};

/** Takes the answers of the site as they are: every kind of page and a file of the build, plain and compressed. */
export async function takeSamples(siteUrl: string): Promise<Sample[]> {
  const home = await (await fetch(siteUrl)).text();
  const [, font] = /href="(\/_astro\/[^"]+\.woff2)"/.exec(home) ?? [];
  if (!font) throw new Error(`${siteUrl} preloads no font: choose another file of the build to measure.`);
  const all = { ...kinds, 'static file': font };
  const samples: Sample[] = [];
  for (const [kind, path] of Object.entries(all)) {
    for (const encoding of ['identity', 'br'] as const) {
      if (path === font && encoding === 'br') continue;
      samples.push(await takeSample(siteUrl, kind, path, encoding));
    }
  }
  return samples;
}

async function takeSample(siteUrl: string, kind: string, path: string, encoding: Sample['encoding']): Promise<Sample> {
  const { body, status, headers } = await askRaw(siteUrl + path, encoding);
  const sent = headers.filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name));
  return { name: `${kind}, ${encoding}`, path, encoding, status, headers: sent, body };
}

/** Milliseconds that a page takes which no store holds: asked by one reader after the other who proves who they are. */
export async function measureMisses(
  siteUrl: string,
  asked = 40,
): Promise<{ kind: string; median: number; p95: number }[]> {
  const figures = [];
  for (const [kind, path] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let round = 0; round < asked; round++) {
      const started = performance.now();
      await (await fetch(siteUrl + path, { headers: { authorization: 'Bearer somebody' } })).text();
      times.push(performance.now() - started);
    }
    figures.push({ kind, median: percentile(times, 0.5), p95: percentile(times, 0.95) });
  }
  return figures;
}
