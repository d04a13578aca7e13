import { z } from 'zod';
import { line, mailbox, paragraph, webAddress } from '../../lib/public-input';
import { localeCode, slug } from '../../lib/shapes';
import { mailing } from '../proof/contract';
import { kinds, languages } from './content-types';

const thisYear = () => new Date().getFullYear();

const experienceInput = z.strictObject({
  stepNumber: z.int().min(1).max(9),
  text: paragraph(3000),
  since: z
    .int()
    .min(1900)
    .refine((year) => year <= thisYear(), { params: { reason: 'future' } })
    .optional(),
  reference: line(255).optional(),
});

/** What is told of a resource, whoever tells it: its provider at first, its owner later. */
export const resourceAnswers = z.strictObject({
  locale: localeCode,
  name: line(120),
  kind: z.enum(kinds),
  website: webAddress.optional(),
  languages: z.array(z.enum(languages)).min(1).max(languages.length),
  zones: z.array(slug.max(120)).min(1).max(50),
  summary: paragraph(400),
  description: paragraph(4000).optional(),
  experiences: z
    .array(experienceInput)
    .min(1)
    .max(9)
    .refine((list) => new Set(list.map(({ stepNumber }) => stepNumber)).size === list.length, {
      params: { reason: 'repeatedStep' },
    }),
  justification: paragraph(2000).optional(),
});

/** Whether more than four steps are explained: `schema.refine(isExplained, manySteps)`. */
export const isExplained = ({ experiences, justification }: z.output<typeof resourceAnswers>): boolean =>
  experiences.length <= 4 || justification !== undefined;

export const manySteps = {
  path: ['justification'],
  params: { reason: 'manySteps' },
  // Said together with what else is wrong, not once the rest is right.
  when: ({ value }: { readonly value: unknown }) =>
    Array.isArray((value as { experiences?: unknown } | undefined)?.experiences),
};

/** What a provider may send. The same schema checks it on the site and in the CMS. */
export const submissionInput = z
  .strictObject({
    ...resourceAnswers.shape,
    email: mailbox,
    /** A field that people do not see: whatever fills it is not a person. */
    nickname: z.string().max(200).optional(),
  })
  .refine(isExplained, manySteps);

/** The listings that resemble one that is about to be sent, the most alike first. */
export const previewAnswer = z.object({
  near: z.array(
    z.object({
      name: z.string(),
      slug: z.string(),
      why: z.enum(['name', 'website', 'both']),
      /** Whether somebody manages it. */
      isOwned: z.boolean(),
    }),
  ),
});

export const submissionReceived = z.object({
  /** Shown to the sender: `ST-2026-0042`. */
  reference: z.string(),
  mail: mailing,
});

/** What became of what a provider sent, for whoever has its secret link. */
export const submissionStatus = z.object({
  reference: z.string(),
  name: z.string(),
  state: z.enum(['pending', 'asked', 'approved', 'refused']),
  /** ISO 8601. */
  sentAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().optional(),
  /** Why it was refused. */
  reason: z.string().optional(),
  /** Of the listing, without locale, as long as it is public. */
  path: z.string().optional(),
});

export type ResourceAnswers = z.infer<typeof resourceAnswers>;
export type SubmissionInput = z.infer<typeof submissionInput>;
export type SubmissionStatus = z.infer<typeof submissionStatus>;
export type NearListing = z.infer<typeof previewAnswer>['near'][number];
