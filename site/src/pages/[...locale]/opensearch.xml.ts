import type { APIRoute } from 'astro';
import { describeSearch } from '../../features/search/describe-search.ts';
import { answerXml } from '../../lib/answer-xml.ts';

export const GET: APIRoute = async ({ locals }) => {
  await locals.settle();
  return answerXml(describeSearch(locals), 'application/opensearchdescription+xml');
};
