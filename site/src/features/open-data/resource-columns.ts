import type { OpenResource } from '@s-tetic/cms/contracts/open-data';
import { paths } from '../../lib/paths.ts';
import { joinValues, type Columns } from './write-csv.ts';

/** The absolute address of a path in the language of the file. */
export type PageAddress = (path: string) => string;

/** One row for each resource. */
export const resourceColumns = (addressOf: PageAddress) =>
  ({
    slug: ({ slug }) => slug,
    url: (resource) => addressOf(paths.resource(resource)),
    name: ({ name }) => name,
    kind: ({ kind }) => kind,
    summary: ({ summary }) => summary,
    description: ({ description }) => description,
    website: ({ website }) => website,
    languages: ({ languages }) => joinValues(languages),
    zones: ({ zones }) => joinValues(zones.map(({ slug }) => slug)),
    zoneNames: ({ zones }) => joinValues(zones.map(({ name }) => name)),
    steps: ({ steps }) => joinValues(steps),
    origin: ({ origin }) => origin,
    checkedAt: ({ checkedAt }) => checkedAt,
    checkedBy: ({ checkedBy }) => checkedBy,
    updatedAt: ({ updatedAt }) => updatedAt,
    lang: ({ lang }) => lang,
  }) satisfies Columns<OpenResource>;

export type Experience = OpenResource['experiences'][number] & { readonly resource: OpenResource };

/** One row for each step that a resource supports. */
export const experienceColumns = () =>
  ({
    slug: ({ resource }) => resource.slug,
    name: ({ resource }) => resource.name,
    step: ({ step }) => step.number,
    stepTitle: ({ step }) => step.title,
    since: ({ since }) => since,
    text: ({ text }) => text,
    reference: ({ reference }) => reference,
    lang: ({ lang }) => lang,
  }) satisfies Columns<Experience>;

export function experiencesOf(resource: OpenResource): Experience[] {
  return resource.experiences.map((experience) => ({ ...experience, resource }));
}
