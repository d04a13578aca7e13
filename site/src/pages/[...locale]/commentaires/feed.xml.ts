import { contract } from '@s-tetic/cms/contracts/comments';
import type { APIRoute } from 'astro';
import { renderCommentFeed } from '../../../features/comments/comment-feed.ts';
import { answerXml } from '../../../lib/answer-xml.ts';
import { notFound } from '../../../lib/not-found.ts';

export const GET: APIRoute = async ({ locals }) => {
  const found = await locals.read(contract, 'latest', { query: { locale: undefined } });
  return found ? answerXml(renderCommentFeed(found, locals), 'application/atom+xml') : notFound();
};
