import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { localeCode } from '../../lib/shapes';

/** The secret part of a mailed link. */
export const token = z.string().regex(/^[\w-]{43}$/);

/** What the bearer of a mailed link sends. */
export const linkInput = z.strictObject({ locale: localeCode, token });

/** Where what a link confirms stands. */
export const proofAnswer = z.object({
  /** `open` to be confirmed; `expired`, but a fresh link can be had; `unknown` when it was erased, or never was. */
  state: z.enum(['open', 'confirmed', 'expired', 'unknown']),
  /** What was sent: `comments.comment`. */
  kind: z.string().optional(),
  /** ISO 8601. */
  sentAt: z.iso.datetime().optional(),
  /** The token of the link by which the sender follows it from now on, given once. */
  follow: token.optional(),
});

/** Whether mails leave: without a mail server they are kept, and the sender must know it. */
export const mailing = z.enum(['sent', 'kept']);

export const renewalAnswer = z.object({ mail: mailing });

export type ProofAnswer = z.infer<typeof proofAnswer>;
export type Mailing = z.infer<typeof mailing>;
export type LinkInput = z.infer<typeof linkInput>;

export const contract = {
  name: 'proof',
  title: 'Confirmation des adresses',
  contentTypes: {},
  routes: {
    look: {
      method: 'POST',
      path: '/looks',
      summary: 'What a mailed link would confirm. Changes nothing',
      body: linkInput,
      answer: proofAnswer,
    },
    confirm: {
      method: 'POST',
      path: '/confirmations',
      summary: 'Confirm that a mail was received: what was sent goes on to the moderators',
      body: linkInput,
      answer: proofAnswer,
    },
    renew: {
      method: 'POST',
      path: '/renewals',
      summary: 'Have a fresh link mailed in place of an expired one',
      body: linkInput,
      answer: renewalAnswer,
    },
  },
} as const satisfies Contract;
