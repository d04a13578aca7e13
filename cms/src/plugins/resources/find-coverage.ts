import type { ReadHandler } from '../../lib/public-routes';
import { contract as charter } from '../charter/contract';
import { findSection } from '../pages/find-section';
import { countCoverage } from './count-coverage';
import { findZones } from './find-summaries';

/** The table of the steps by the zones, with the totals of both. */
export const findCoverage: ReadHandler = async (reader) => {
  const [section, steps, zones, supportOf] = await Promise.all([
    findSection(reader, 'couverture'),
    reader.list(charter, 'step'),
    findZones(reader),
    countCoverage(reader),
  ]);
  const numbers = steps.map((step) => step['number'] as number);
  const slugs = zones.map((zone) => zone['slug'] as string);
  return (
    section && {
      ...section,
      steps: steps.map((step) => ({ ...step, support: supportOf({ step: step['number'] as number }) })),
      zones: zones.map((zone) => ({ ...zone, support: supportOf({ zone: zone['slug'] as string }) })),
      support: supportOf({}),
      cells: numbers.flatMap((step) => slugs.map((zone) => ({ step, zone, ...supportOf({ step, zone }) }))),
    }
  );
};
