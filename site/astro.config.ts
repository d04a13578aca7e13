import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';
import { precompressFiles } from './server/static-files.ts';
import { LAYERS } from './src/layouts/layers.ts';

export default defineConfig({
  output: 'server',
  // Pages are rendered whole before the first byte leaves: an error deep in one is a clean 500, never a page cut short.
  adapter: node({ mode: 'middleware', bodySizeLimit: 1024 * 1024, experimentalDisableStreaming: true }),
  trailingSlash: 'never',
  session: false,
  // The default, 'jsx', joins the words on both sides of a line break.
  compressHTML: true,
  // One answer holds all that is needed to read a page.
  build: { inlineStylesheets: 'always' },
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  cache: { provider: { name: 'headers', entrypoint: new URL('./src/lib/cache-headers.ts', import.meta.url) } },
  security: {
    checkOrigin: true,
    // Known only at run time (SITE_URL). The server in front of Astro decides whose X-Forwarded-* headers are believed.
    allowedDomains: [{}],
    csp: {
      algorithm: 'SHA-256',
      styleDirective: { hashes: [`sha256-${createHash('sha256').update(LAYERS).digest('base64')}`] },
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ],
    },
  },
  integrations: [
    // The disk may be read-only where the site runs.
    { name: 'precompress', hooks: { 'astro:build:done': ({ dir }) => precompressFiles(fileURLToPath(dir)) } },
  ],
  vite: { ssr: { noExternal: ['@s-tetic/cms', '@s-tetic/config'] } },
});
