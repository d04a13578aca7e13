import type { ReadHandler } from '../../lib/public-routes';
import { type contract, narrowing, type ResourceFilters } from './contract';
import { matchResources } from './match-resources';

/** For each filter in use, how many resources would be found without it. */
export const findRelaxations: ReadHandler<typeof contract.routes.relaxations> = async (reader, { query: filters }) => {
  reader.tags.add('resources.resource');
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
