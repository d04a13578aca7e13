import { z } from 'zod';
import { fields, located } from '../../lib/contract';
import { searchWords } from '../../lib/public-input';
import { introduction, localeCode, page, slug, stepLink } from '../../lib/shapes';
import { components, contentTypes, kinds, languages } from './content-types';

const { zone, resource } = contentTypes;

export const zoneShape = z.object({ ...fields(zone, ['slug', 'name']), ...located });

/** How many public and private resources there are, for a step, a zone or both. */
export const support = z.object({ public: z.int(), private: z.int() });

/** A resource as lists show it. */
export const resourceSummary = z.object({
  ...fields(resource, ['slug', 'name', 'kind', 'summary', 'origin', 'standing', 'checkedAt']),
  ...located,
  /** Numbers of the steps it supports, in order. */
  steps: z.array(z.int()),
  zones: z.array(zoneShape),
  /** ISO 8601, when it was last published. */
  updatedAt: z.iso.datetime(),
});

export const experienceShape = z.object({
  ...fields(components.experience, ['text', 'since', 'reference']),
  ...located,
  step: stepLink,
});

/** How many resources a value of a filter would leave, the other filters kept. */
const facet = <Value extends z.ZodType>(value: Value) =>
  z.array(z.object({ value, label: z.string(), ...located, count: z.int() }));

/** The filters of the directory, as its address carries them. */
export const resourceFilters = z.strictObject({
  locale: localeCode.default('fr'),
  step: z.coerce.number().int().min(1).max(9).optional(),
  zone: slug.max(120).optional(),
  kind: z.enum(kinds).optional(),
  language: z.enum(languages).optional(),
  q: searchWords.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  sort: z.enum(['name', 'new']).default('name'),
});

export const resourcesPage = z.object({
  page,
  introduction,
  resources: z.array(resourceSummary),
  total: z.int(),
  pages: z.int(),
  facets: z.object({
    step: facet(z.int()),
    zone: facet(z.string()),
    kind: z.array(z.object({ value: z.enum(kinds), count: z.int() })),
    language: z.array(z.object({ value: z.enum(languages), count: z.int() })),
  }),
});

/** What narrows the list, as opposed to what orders or cuts it. */
export const narrowing = ['q', 'step', 'zone', 'kind', 'language'] as const;

/** What removing one filter would give, the others kept. */
export const relaxationsAnswer = z.object({
  relaxations: z.array(z.object({ filter: z.enum(narrowing), count: z.int() })),
});

/** Who supports what, where: a table of the steps by the zones. */
export const coveragePage = z.object({
  page,
  introduction,
  /** The rows, in order. A resource counts once in `support`, whatever the number of its zones. */
  steps: z.array(z.object({ ...stepLink.shape, support })),
  /** The columns, in order. A resource counts once in `support`, whatever the number of its steps. */
  zones: z.array(z.object({ ...zoneShape.shape, support })),
  /** One for each step and zone, those without resource too, row after row. */
  cells: z.array(z.object({ step: z.int(), zone: slug, ...support.shape })),
  /** All that is published. */
  support,
});

export const resourcePage = z.object({
  page,
  resource: z.object({
    ...resourceSummary.shape,
    ...fields(resource, ['website', 'description', 'checkedBy', 'unreachableAt']),
    languages: z.array(z.enum(languages)),
    experiences: z.array(experienceShape),
  }),
});

/** What the form «Inscrire une ressource» needs to be drawn. */
export const formPage = z.object({
  page,
  introduction,
  steps: z.array(stepLink),
  zones: z.array(zoneShape),
});

export type Zone = z.infer<typeof zoneShape>;
export type ResourceSummary = z.infer<typeof resourceSummary>;
export type ResourceFilters = z.infer<typeof resourceFilters>;
export type ResourcesPage = z.infer<typeof resourcesPage>;
export type Support = z.infer<typeof support>;
export type Narrowing = (typeof narrowing)[number];
export type Relaxations = z.infer<typeof relaxationsAnswer>['relaxations'];
export type CoveragePage = z.infer<typeof coveragePage>;
export type ResourcePage = z.infer<typeof resourcePage>;
export type FormPage = z.infer<typeof formPage>;
