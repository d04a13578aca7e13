import type { ReadHandler } from '../../lib/public-routes';
import { findSection } from '../pages/find-section';
import { readCharter } from './find-open-charter';
import { measureResources } from './find-resources-part';

/** What staff wrote about open data, and how much of it there is. */
export const findOpenDataPage: ReadHandler = async (reader) => {
  const [section, resources, { steps, observations, updatedAt }] = await Promise.all([
    findSection(reader, 'donnees-ouvertes'),
    measureResources(reader),
    readCharter(reader),
  ]);
  const charter = { steps: steps.length, observations: observations.length, ...(updatedAt && { updatedAt }) };
  return section && { page: section.page, text: section.introduction, resources, charter };
};
