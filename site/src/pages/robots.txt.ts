import type { APIRoute } from 'astro';
import { answerText } from '../lib/answer-text.ts';
import { paths } from '../lib/paths.ts';
import { siteAddress } from '../lib/site-address.ts';

/** Everything may be read by machines too. */
export const GET: APIRoute = ({ cache }) => {
  cache.set({ maxAge: 24 * 3600, tags: [] });
  return answerText(`User-agent: *\nAllow: /\n\nSitemap: ${siteAddress('fr', paths.sitemapIndex)}\n`);
};
