import type { Reader } from '../../lib/reader';
import { publishedResources } from './published-resources';

export interface Support {
  readonly public: number;
  readonly private: number;
}

/** How many public and private resources support each step, by its number. */
export async function countSupport(reader: Reader): Promise<ReadonlyMap<number, Support>> {
  reader.tags.add('resources.resource');
  const rows: { number: number; kind: keyof Support; count: string }[] = await publishedResources(reader.strapi)
    .join('resources_resources_steps_lnk as link', 'link.resource_id', 'resource.id')
    .join('charter_steps as step', 'step.id', 'link.step_id')
    .groupBy('step.number', 'resource.kind')
    .select('step.number', 'resource.kind')
    .count('* as count');
  const byStep = Map.groupBy(rows, ({ number }) => number);
  const countOf = (list: typeof rows, kind: keyof Support) => Number(list.find((row) => row.kind === kind)?.count ?? 0);
  return new Map(
    [...byStep].map(([number, list]) => [
      number,
      { public: countOf(list, 'public'), private: countOf(list, 'private') },
    ]),
  );
}
