import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { localeCode, localeQuery, slug } from '../../lib/shapes';
import { charterPage, observationShape, stepPage, stepSummary } from '../charter/contract';
import { textPage } from '../pages/contract';
import { resourcePage } from '../resources/contract';

/** ISO 8601, when the last of what is told changed. Absent when there is nothing to tell. */
const updatedAt = z.iso.datetime().optional();

/** The resources after one of them, in the order of their addresses. */
export const resourcesAfter = z.strictObject({ locale: localeCode.default('fr'), after: slug.max(120).optional() });

export const openResource = resourcePage.shape.resource;

export const resourcesPart = z.object({
  /** How many there are in all, and when the last of them changed. */
  total: z.int(),
  updatedAt,
  resources: z.array(openResource),
  /** What to ask the next part with, as `after`. Absent from the last. */
  next: z.string().optional(),
});

export const openStep = z.object({ ...stepPage.shape.step.shape, support: stepSummary.shape.support });

export const openCharter = z.object({
  updatedAt,
  charter: charterPage.shape.charter,
  steps: z.array(openStep),
  observations: z.array(observationShape),
});

export const openDataPage = z.object({
  ...textPage.shape,
  /** How much there is of each, and when it last changed. */
  resources: z.object({ total: z.int(), updatedAt }),
  charter: z.object({ steps: z.int(), observations: z.int(), updatedAt }),
});

export type OpenResource = z.infer<typeof openResource>;
export type ResourcesPart = z.infer<typeof resourcesPart>;
export type OpenCharter = z.infer<typeof openCharter>;
export type OpenDataPage = z.infer<typeof openDataPage>;

export const contract = {
  name: 'open-data',
  title: 'Données ouvertes',
  contentTypes: {},
  routes: {
    page: {
      method: 'GET',
      path: '/page',
      summary: 'What is offered as open data, and how much of it there is',
      query: localeQuery,
      answer: openDataPage,
    },
    resources: {
      method: 'GET',
      path: '/resources',
      summary: 'Every resource whole, 500 at a time: ask again with `next` as `after` until there is none',
      query: resourcesAfter,
      answer: resourcesPart,
    },
    charter: {
      method: 'GET',
      path: '/charter',
      summary: 'The charter whole: its nine steps and its observations',
      query: localeQuery,
      answer: openCharter,
    },
  },
} as const satisfies Contract;
