import type { ReadHandler } from '../../lib/public-routes';
import { contract as charter } from '../charter/contract';
import { findSection } from '../pages/find-section';
import { findZones } from './find-summaries';

/** What the public form needs: the words that open it, the steps and the zones to choose from. */
export const findForm: ReadHandler = async (reader) => {
  const [section, steps, zones] = await Promise.all([
    findSection(reader, 'inscrire'),
    reader.list(charter, 'step'),
    findZones(reader),
  ]);
  return section && { ...section, steps, zones };
};
