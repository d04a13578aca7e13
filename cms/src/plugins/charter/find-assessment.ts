import type { ReadHandler } from '../../lib/public-routes';
import { findSection } from '../pages/find-section';
import { findBothKinds } from '../resources/find-both-kinds';
import { findSummaries } from '../resources/find-summaries';
import type { contract } from './contract';
import { findSteps } from './find-steps';

const resourcesShown = 3;

/** What «Où en êtes-vous ?» asks and answers with. Which step comes next is for whoever knows the reader's answers to say. */
export const findAssessment: ReadHandler<(typeof contract)['routes']['assessment']> = async (
  reader,
  { query: { step } },
) => {
  const [section, steps, resources] = await Promise.all([
    findSection(reader, 'ou-en-etes-vous'),
    findSteps(reader),
    step === undefined
      ? []
      : findBothKinds(reader.strapi, step, resourcesShown).then((ids) => findSummaries(reader, ids)),
  ]);
  return section && { ...section, steps, resources };
};
