import type { Located } from '../../lib/overlay';
import { pageOf } from '../../lib/page';
import type { ReadHandler } from '../../lib/public-routes';
import { findSection } from '../pages/find-section';
import { contract } from './contract';

const populate = { stops: true };

/** Every tour, with how many stops it has. */
export const findTours: ReadHandler = async (reader) => {
  const [section, tours] = await Promise.all([
    findSection(reader, 'webtour'),
    reader.list(contract, 'tour', { populate }),
  ]);
  return section && { ...section, tours: tours.map(withLength) };
};

/** One tour with its stops, in French order. */
export const findTour: ReadHandler = async (reader, { params }) => {
  const tour = await reader.one(contract, 'tour', { filters: { slug: params['slug'] }, populate });
  return tour && { page: await pageOf(reader, contract, 'tour', tour), tour: withLength(tour) };
};

const withLength = (tour: Located) => ({ ...tour, length: (tour['stops'] as unknown[]).length });
