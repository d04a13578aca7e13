import type { APIRoute } from 'astro';
import { readEnvironment } from '@s-tetic/config/environment';

/** Everything may be read by machines too. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${readEnvironment(process.env, 'site').SITE_URL}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
