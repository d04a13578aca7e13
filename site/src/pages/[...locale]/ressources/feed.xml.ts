import { contract } from '@s-tetic/cms/contracts/resources';
import type { APIRoute } from 'astro';
import { renderResourceFeed } from '../../../features/resources/resource-feed.ts';
import { answerXml } from '../../../lib/answer-xml.ts';
import { notFound } from '../../../lib/not-found.ts';

export const GET: APIRoute = async ({ locals }) => {
  const found = await locals.read(contract, 'resources', { query: { sort: 'new' } });
  return found ? answerXml(renderResourceFeed(found, locals), 'application/atom+xml') : notFound();
};
