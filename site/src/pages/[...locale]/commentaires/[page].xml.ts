import { contract } from '@s-tetic/cms/contracts/comments';
import type { APIRoute } from 'astro';
import { renderPageFeed } from '../../../features/comments/comment-feed.ts';
import { answerXml } from '../../../lib/answer-xml.ts';
import { notFound } from '../../../lib/not-found.ts';
import { pathOfName } from '../../../lib/paths.ts';

export const GET: APIRoute = async ({ params, locals }) => {
  const path = pathOfName(params['page'] ?? '');
  const found = await locals.read(contract, 'page', { query: { locale: undefined, path } });
  return found ? answerXml(renderPageFeed(found, locals), 'application/atom+xml') : notFound();
};
