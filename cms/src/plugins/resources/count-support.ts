import type { Reader } from '../../lib/reader';
import type { Support } from './contract';
import { countsByKind, publishedResources } from './published-resources';

/** How many public and private resources support each step, by its number. */
export async function countSupport(reader: Reader): Promise<ReadonlyMap<number, Support>> {
  reader.tags.add('resources.resource');
  const { connection } = reader.strapi.db;
  const rows: ({ step: number } & Support)[] = await publishedResources(reader.strapi)
    .joinRaw('CROSS JOIN unnest(steps) AS supported (step)')
    .groupBy('step')
    .select('step', connection.raw(countsByKind));
  return new Map(rows.map(({ step, ...support }) => [step, support]));
}
