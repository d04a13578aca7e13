import { pageOf } from '../../lib/page';
import type { ReadHandler } from '../../lib/public-routes';
import { findEntries } from '../faq/find-entries';
import { findSummaries } from '../resources/find-summaries';
import { contract } from './contract';
import { findObservations } from './find-observations';
import { findSteps } from './find-steps';

/** One step, with what surrounds it: the loop, its observations, the resources that support it, its questions. */
export const findStep: ReadHandler = async (reader, { params }) => {
  const steps = await findSteps(reader);
  const step = steps.find(({ slug }) => slug === params['slug']);
  if (!step) return undefined;
  const number = step['number'] as number;
  const supporting = { steps: { number } };
  const [page, observations, resources, faq] = await Promise.all([
    pageOf(reader, contract, 'step', step),
    findObservations(reader, number),
    findSummaries(reader, { filters: supporting, sort: ['checkedAt:DESC', 'name'], limit: 100 }),
    findEntries(reader, { filters: supporting }),
  ]);
  return { page, step, steps, observations, resources, faq };
};
