import { contract, type OpenResource, type ResourcesPart } from '@s-tetic/cms/contracts/open-data';
import type { Visit } from '../../lib/visit.ts';

/** Every resource, read as it is written out: what is in memory is one part, however many there are. */
export interface ResourcesRead {
  readonly total: number;
  readonly updatedAt: string | undefined;
  readonly parts: AsyncIterable<readonly OpenResource[]>;
}

/** @throws {CmsUnavailable} here, or from `parts` when the CMS goes away half-way */
export async function readResources(visit: Visit): Promise<ResourcesRead | undefined> {
  const first = await visit.read(contract, 'resources');
  return first && { total: first.total, updatedAt: first.updatedAt, parts: partsFrom(visit, first) };
}

async function* partsFrom(visit: Visit, first: ResourcesPart): AsyncGenerator<readonly OpenResource[]> {
  let part: ResourcesPart | undefined = first;
  while (part) {
    yield part.resources;
    part = part.next ? await visit.read(contract, 'resources', { query: { after: part.next } }) : undefined;
  }
}
