import { contract } from '@s-tetic/cms/contracts/pages';
import type { APIRoute } from 'astro';
import { answerXml } from '../lib/answer-xml.ts';
import { notFound } from '../lib/not-found.ts';
import { siteAddress } from '../lib/site-address.ts';
import { renderSitemap } from '../lib/sitemap.ts';

export const GET: APIRoute = async ({ locals }) => {
  const map = await locals.read(contract, 'map', { query: { locale: undefined } });
  return map ? answerXml(renderSitemap(map, siteAddress), 'application/xml') : notFound();
};
