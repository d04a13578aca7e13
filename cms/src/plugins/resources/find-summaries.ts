import type { Located } from '../../lib/overlay';
import type { Reader } from '../../lib/reader';
import { numbersOf } from '../charter/find-observations';
import { contract } from './contract';

/** Resources as lists show them, in the order of their ids, with the numbers of their steps and the names of their zones. */
export async function findSummaries(reader: Reader, documentIds: readonly string[]): Promise<Located[]> {
  const [resources, zones] = await Promise.all([
    reader.list(contract, 'resource', {
      filters: { documentId: { $in: documentIds } },
      populate: { steps: { fields: ['number'] }, zones: { fields: ['slug'] } },
    }),
    findZones(reader),
  ]);
  const byId = new Map(resources.map((resource) => [resource.documentId, resource]));
  return documentIds.flatMap((id) => byId.get(id) ?? []).map((resource) => withNames(resource, zones));
}

/** The zones in the order staff gave them. */
export const findZones = (reader: Reader): Promise<Located[]> => reader.list(contract, 'zone');

/** Numbers for steps and names for zones, in place of their documents. */
export function withNames(resource: Located, zones: readonly Located[]): Located {
  const slugs = new Set((resource['zones'] as { slug: string }[]).map(({ slug }) => slug));
  return {
    ...resource,
    steps: numbersOf(resource['steps']),
    zones: zones.filter(({ slug }) => slugs.has(slug as string)),
  };
}
