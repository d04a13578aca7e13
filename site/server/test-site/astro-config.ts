import node from '@astrojs/node';
import type { AstroInlineConfig } from 'astro';

/**
 * A small site with a page of every kind that the server must treat differently.
 *
 * @param isStreaming Lets pages leave while they are rendered, as Astro does by default: the server must hold them back by itself.
 */
export function testSiteConfig(outDir: string, isStreaming: boolean): AstroInlineConfig {
  return {
    configFile: false,
    root: import.meta.dirname,
    outDir,
    cacheDir: `${outDir}/cache`,
    output: 'server',
    logLevel: 'error',
    adapter: node({ mode: 'middleware', bodySizeLimit: 1024 * 1024, experimentalDisableStreaming: !isStreaming }),
    trailingSlash: 'never',
    session: false,
    compressHTML: true,
    build: { inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    security: { allowedDomains: [{}] },
    cache: { provider: { name: 'headers', entrypoint: new URL('../../src/lib/cache-headers.ts', import.meta.url) } },
  };
}
