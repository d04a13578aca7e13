import type { APIRoute } from 'astro';
import { readText } from '../lib/cms.ts';

export const GET: APIRoute = async ({ cache, site }) => {
  const paths = (await readText('/sitemap'))?.split(' ') ?? [];
  cache.set({ maxAge: 3600, swr: 86_400, tags: ['sitemap'] });
  const origin = process.env['SITE_URL'] ?? site;
  const locations = paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('');
  return new Response(`<urlset>${locations}</urlset>`, { headers: { 'Content-Type': 'application/xml' } });
};
