import path from 'node:path';
import node from '@astrojs/node';
import { build } from 'astro';
import { memoryCache } from 'astro/config';
import { findFreePort } from '../local/port.ts';
import { type Program, startService, waitForAnswer } from '../local/process.ts';
import { projectRoot } from '../local/project.ts';
import type { Contender } from './contenders.ts';

/**
 * Astro's own standalone server on the pages of the site, kept by Astro's own `memoryCache`: what there would be without site/server.
 *
 * @param env what the site itself runs with
 */
export async function startAstroStandalone(
  running: AsyncDisposableStack,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Contender> {
  const outDir = path.join(projectRoot, 'site', '.standalone');
  const { default: config } = await import('../../site/astro.config.ts');
  await build({
    ...config,
    configFile: false,
    root: path.join(projectRoot, 'site'),
    outDir,
    logLevel: 'error',
    adapter: node({ mode: 'standalone', experimentalDisableStreaming: true }),
    cache: { provider: memoryCache({ max: 1_000 }) },
  });
  const port = await findFreePort();
  const program: Program = {
    title: 'Astro’s standalone server',
    args: [path.join(outDir, 'server/entry.mjs')],
    cwd: path.join(projectRoot, 'site'),
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    logFile: path.join(folder, 'standalone.log'),
  };
  const service = startService(program);
  running.defer(service.stop);
  const url = `http://127.0.0.1:${port}`;
  await waitForAnswer(program, service, `${url}/`);
  return {
    name: 'Astro standalone, memoryCache',
    // It compresses nothing.
    urlOf: ({ path, encoding }) => (encoding === 'identity' ? url + path : undefined),
    pid: service.pid,
  };
}
