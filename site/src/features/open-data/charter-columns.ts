import type { OpenCharter } from '@s-tetic/cms/contracts/open-data';
import { paths } from '../../lib/paths.ts';
import type { PageAddress } from './resource-columns.ts';
import { joinValues, type Columns } from './write-csv.ts';

/** One row for each step. */
export const stepColumns = (addressOf: PageAddress) =>
  ({
    number: ({ number }) => number,
    slug: ({ slug }) => slug,
    url: (step) => addressOf(paths.step(step)),
    title: ({ title }) => title,
    summary: ({ summary }) => summary,
    purpose: ({ purpose }) => purpose,
    questions: ({ questions }) => questions,
    outcomes: ({ outcomes }) => outcomes,
    traps: ({ traps }) => traps,
    proof: ({ proof }) => proof,
    gateWarning: ({ gateWarning }) => gateWarning,
    publicResources: ({ support }) => support.public,
    privateResources: ({ support }) => support.private,
    lang: ({ lang }) => lang,
  }) satisfies Columns<OpenCharter['steps'][number]>;

/** One row for each observation. */
export const observationColumns = () =>
  ({
    number: ({ number }) => number,
    title: ({ title }) => title,
    text: ({ text }) => text,
    steps: ({ steps }) => joinValues(steps),
    lang: ({ lang }) => lang,
  }) satisfies Columns<OpenCharter['observations'][number]>;
