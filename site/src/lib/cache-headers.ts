import type { CacheProviderFactory } from 'astro';

/**
 * What `Astro.cache.set({ maxAge, swr, tags })` becomes: the standard headers that site/server, a CDN or Varnish obey.
 * `maxAge` and `swr` are in seconds. A page that names tags but no `maxAge` is not kept.
 */
const cacheHeaders: CacheProviderFactory = () => ({
  name: 'cache-headers',

  setHeaders({ maxAge, swr, tags = [], lastModified }) {
    const headers = new Headers();
    if (maxAge !== undefined) headers.set('CDN-Cache-Control', directives(maxAge, swr));
    if (tags.length > 0) headers.set('Cache-Tag', tags.join(','));
    if (lastModified) headers.set('Last-Modified', lastModified.toUTCString());
    return headers;
  },

  async invalidate() {
    throw new Error('Pages are purged by the change feed of the CMS (site/server/change-feed.ts), never by a page.');
  },
});

export default cacheHeaders;

function directives(maxAge: number, swr: number | undefined): string {
  return swr === undefined ? `max-age=${maxAge}` : `max-age=${maxAge}, stale-while-revalidate=${swr}`;
}
