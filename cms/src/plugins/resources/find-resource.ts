import type { Located } from '../../lib/overlay';
import { pageOf } from '../../lib/page';
import type { ReadHandler } from '../../lib/public-routes';
import { contract as charter } from '../charter/contract';
import { contract } from './contract';
import { findZones, withNames } from './find-summaries';

/** One resource, with its experience for each step in the order of the charter. */
export const findResource: ReadHandler = async (reader, { params }) => {
  const resource = await reader.one(contract, 'resource', {
    filters: { slug: params['slug'] },
    populate: { steps: { fields: ['number'] }, zones: { fields: ['slug'] }, experiences: true },
  });
  if (!resource) return undefined;
  const [page, zones, steps] = await Promise.all([
    pageOf(reader, contract, 'resource', resource),
    findZones(reader),
    reader.list(charter, 'step'),
  ]);
  return { page, resource: describeResource(resource, zones, steps) };
};

/** A resource read with its steps, zones and experiences, as the public sees it whole. */
export function describeResource(resource: Located, zones: readonly Located[], steps: readonly Located[]) {
  return {
    ...withNames(resource, zones),
    languages: (resource['languages'] as string).split(/, ?/),
    experiences: withSteps(resource['experiences'] as Experience[], steps),
  };
}

interface Experience {
  readonly stepNumber: number;
}

function withSteps(experiences: readonly Experience[], steps: readonly Located[]) {
  return experiences
    .map((experience) => ({ ...experience, step: steps.find(({ number }) => number === experience.stepNumber) }))
    .filter(({ step }) => step !== undefined)
    .sort((a, b) => a.stepNumber - b.stepNumber);
}
