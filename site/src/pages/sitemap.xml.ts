import { contract } from '@s-tetic/cms/contracts/pages';
import type { APIRoute } from 'astro';
import { answerXml } from '../lib/answer-xml.ts';
import { notFound } from '../lib/not-found.ts';
import { paths } from '../lib/paths.ts';
import { siteAddress } from '../lib/site-address.ts';
import { renderSitemapIndex } from '../lib/sitemap.ts';

export const GET: APIRoute = async ({ locals }) => {
  const map = await locals.read(contract, 'map', { query: { locale: undefined } });
  if (!map) return notFound();
  const index = renderSitemapIndex(map, (locale, number) => siteAddress(locale, paths.sitemap(number)));
  return answerXml(index, 'application/xml');
};
