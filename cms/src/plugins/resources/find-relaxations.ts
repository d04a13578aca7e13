import type { ReadHandler } from '../../lib/public-routes';
import { narrowing, type ResourceFilters } from './contract';
import { matchResources } from './match-resources';

/** For each filter in use, how many resources would be found without it. */
export const findRelaxations: ReadHandler = async (reader, { query }) => {
  reader.tags.add('resources.resource');
  const filters = query as unknown as ResourceFilters;
  const used = narrowing.filter((name) => filters[name] !== undefined);
  const relaxations = await Promise.all(
    used.map(async (name) => {
      const { [name]: _, ...others } = filters;
      const { total } = await matchResources(reader.strapi, { ...others, page: 1 } as ResourceFilters, 0);
      return { filter: name, count: total };
    }),
  );
  return { relaxations };
};
