import { contract } from '@s-tetic/cms/contracts/pages';
import type { APIRoute } from 'astro';
import { answerXml } from '../../lib/answer-xml.ts';
import { notFound } from '../../lib/not-found.ts';
import { siteAddress } from '../../lib/site-address.ts';
import { renderSitemap, sitemapsOf } from '../../lib/sitemap.ts';

export const GET: APIRoute = async ({ params, locals }) => {
  const map = await locals.read(contract, 'map', { query: { locale: undefined } });
  const pages = map && sitemapsOf(map.pages, locals.locale)[Number(params['number']) - 1];
  return pages ? answerXml(renderSitemap(pages, locals.locale, siteAddress), 'application/xml') : notFound();
};
