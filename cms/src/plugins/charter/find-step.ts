import { pageOf } from '../../lib/page';
import type { ReadHandler } from '../../lib/public-routes';
import { findEntries } from '../faq/find-entries';
import { findSummaries } from '../resources/find-summaries';
import { findSupporting } from '../resources/published-resources';
import { contract } from './contract';
import { findObservations } from './find-observations';
import { findSteps } from './find-steps';

/** One step, with what surrounds it: the loop, its observations, the resources that support it, its questions. */
export const findStep: ReadHandler = async (reader, { params }) => {
  const steps = await findSteps(reader);
  const step = steps.find(({ slug }) => slug === params['slug']);
  if (!step) return undefined;
  const number = step['number'] as number;
  const [page, observations, resources, faq] = await Promise.all([
    pageOf(reader, contract, 'step', step),
    findObservations(reader, number),
    findSupporting(reader.strapi, number, 100).then((ids) => findSummaries(reader, ids)),
    findEntries(reader, { filters: { steps: { number } } }),
  ]);
  return { page, step, steps, observations, resources, faq };
};
