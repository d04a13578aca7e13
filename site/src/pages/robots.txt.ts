import type { APIRoute } from 'astro';
import { readEnvironment } from '@s-tetic/config/environment';

/** Everything may be read by machines too. */
export const GET: APIRoute = ({ cache }) => {
  cache.set({ maxAge: 24 * 3600, tags: [] });
  const { SITE_URL } = readEnvironment(process.env, 'site');
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${SITE_URL}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
