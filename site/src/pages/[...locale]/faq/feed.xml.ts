import { contract } from '@s-tetic/cms/contracts/faq';
import type { APIRoute } from 'astro';
import { renderFaqFeed } from '../../../features/faq/faq-feed.ts';
import { answerXml } from '../../../lib/answer-xml.ts';
import { notFound } from '../../../lib/not-found.ts';

export const GET: APIRoute = async ({ locals }) => {
  const found = await locals.read(contract, 'faq');
  return found ? answerXml(renderFaqFeed(found, locals), 'application/atom+xml') : notFound();
};
