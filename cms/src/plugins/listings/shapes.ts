import { rhythms } from '@s-tetic/config/upkeep';
import { z } from 'zod';
import { mailbox, paragraph } from '../../lib/public-input';
import { localeCode, slug } from '../../lib/shapes';
import { linkInput, mailing } from '../proof/contract';
import { isExplained, manySteps, resourceAnswers } from '../resources/answers';
import { kinds, languages, standings } from '../resources/content-types';
import { visibilities } from './content-types';

/** A field that people do not see: whatever fills it is not a person. */
const trap = { nickname: z.string().max(200).optional() };

/** Asks for the link by which the listings of an address are managed. */
export const askInput = z.strictObject({ locale: localeCode, email: mailbox, ...trap });

/** The same whether the address manages a listing or not. */
export const askAnswer = z.object({ mail: mailing });

const rhythm = z.literal(rhythms);

/** As what is stored says, or else off the site because staff took it off themselves. */
const whereabouts = [...visibilities, 'withdrawn'] as const;

/** A listing as whoever manages it sees it. */
export const holding = z.object({
  slug: z.string(),
  name: z.string(),
  visibility: z.enum(whereabouts),
  standing: z.enum(standings),
  /** Days, as `2026-11-24`. */
  confirmedAt: z.iso.date(),
  dueAt: z.iso.date(),
  unreachableAt: z.iso.date().optional(),
  rhythm,
  /** When the changes were sent that wait for a decision. */
  revisedAt: z.iso.datetime().optional(),
  /** Whether its owner was asked something about them. */
  isAsked: z.boolean(),
  /** Whether somebody is invited to take it over. */
  isHandedOver: z.boolean(),
});

export const holdingsAnswer = z.object({
  /** `expired` when a fresh link is to be asked for; `unknown` when there is no such link. */
  state: z.enum(['open', 'expired', 'unknown']),
  /** In the order of their names; none unless the link is open. */
  listings: z.array(holding),
});

/** One listing, by the bearer of the link. */
const held = { ...linkInput.shape, slug: slug.max(120) };

export const heldInput = z.strictObject(held);

export const actionInput = z.strictObject({
  ...held,
  action: z.enum(['confirm', 'rhythm', 'suspend', 'restore', 'remove']),
  rhythm: z.coerce.number().pipe(rhythm).optional(),
});

export const doneAnswer = z.object({ done: z.literal(true) });

/** What the form of a listing opens with: what is public, or what waits to be. */
export const draftAnswer = z.object({
  name: z.string(),
  answers: z.object({
    name: z.string(),
    kind: z.enum(kinds),
    website: z.string().optional(),
    languages: z.array(z.enum(languages)),
    zones: z.array(z.string()),
    summary: z.string(),
    description: z.string().optional(),
    experiences: z.array(
      z.object({
        stepNumber: z.int(),
        text: z.string(),
        since: z.int().optional(),
        reference: z.string().optional(),
      }),
    ),
    justification: z.string().optional(),
  }),
  /** When what waits was sent. ISO 8601. */
  revisedAt: z.iso.datetime().optional(),
});

export const revisionInput = z.strictObject({ ...resourceAnswers.shape, ...held }).refine(isExplained, manySteps);

export const revisionAnswer = z.object({ outcome: z.enum(['edit', 'same']) });

export const handOverInput = z.strictObject({ ...held, email: mailbox });

/** What the bearer of an invitation is offered; `unknown` when it was used, replaced, or has expired. */
export const takeOverAnswer = z.object({ state: z.enum(['open', 'taken', 'unknown']), name: z.string().optional() });

export const claimInput = z.strictObject({
  locale: localeCode,
  slug: slug.max(120),
  email: mailbox,
  message: paragraph(2000),
  ...trap,
});

export type Whereabouts = (typeof whereabouts)[number];
export type Holding = z.infer<typeof holding>;
export type Holdings = z.infer<typeof holdingsAnswer>;
export type Action = z.infer<typeof actionInput>['action'];
export type Draft = z.infer<typeof draftAnswer>;
export type Answers = Draft['answers'];
export type RevisionInput = z.infer<typeof revisionInput>;
export type TakeOver = z.infer<typeof takeOverAnswer>;
