import { pageOf } from '../../lib/page';
import type { ReadHandler } from '../../lib/public-routes';
import { findSteps } from '../charter/find-steps';
import { findEntries } from '../faq/find-entries';
import { findSummaries } from '../resources/find-summaries';
import { findNewest } from '../resources/published-resources';
import { contract } from './contract';

/** One page of text. */
export const findPage: ReadHandler = async (reader, { params }) => {
  const text = await reader.one(contract, 'page', { filters: { slug: params['slug'] } });
  return text && { page: await pageOf(reader, contract, 'page', text), text };
};

/** The home page: its text, the loop, what is new. */
export const findHome: ReadHandler = async (reader) => {
  const text = await reader.one(contract, 'page', { filters: { slug: 'accueil' } });
  if (!text) return undefined;
  const [page, steps, newResources, newQuestions] = await Promise.all([
    pageOf(reader, contract, 'page', text),
    findSteps(reader),
    findNewest(reader.strapi, 3).then((ids) => findSummaries(reader, ids)),
    findEntries(reader, { sort: 'createdAt:DESC', limit: 3 }),
  ]);
  return { page, text, steps, newResources, newQuestions };
};
