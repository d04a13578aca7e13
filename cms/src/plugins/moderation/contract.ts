import { z } from 'zod';
import type { Contract } from '../../lib/contract';

/** What a moderator may decide of something that waits. */
export const decisionInput = z
  .strictObject({
    uid: z.string(),
    documentId: z.string(),
    decision: z.enum(['approved', 'refused', 'spam', 'asked']),
    /** Told to the sender, and kept: why it is refused, or what they are asked. Required for both. */
    reason: z.string().trim().max(2000).optional(),
    /** The attributes that are accepted, where only part of an edit is. */
    fields: z.array(z.string()).min(1).max(100).optional(),
  })
  .refine(({ decision, reason }) => (decision !== 'refused' && decision !== 'asked') || reason, {
    path: ['reason'],
    params: { reason: 'required' },
  });

export type Decision = z.infer<typeof decisionInput>;

/** Something that waits for a decision, as the panel shows it. */
export interface Waiting {
  readonly uid: string;
  readonly documentId: string;
  /** What staff call it: «Inscription reçue». */
  readonly kind: string;
  readonly title: string;
  /** A remark to staff, which is read and never published. */
  readonly isRemark?: true;
  /** ISO 8601. */
  readonly sentAt: string;
  /** What was sent besides, field by field, with the labels of the contract. */
  readonly fields: readonly WaitingField[];
}

export interface WaitingField {
  readonly label: string;
  /** Text of a stranger: shown as text, never as markup. */
  readonly value: string;
  /** The value is one of the options of the contract, which the panel puts in French. */
  readonly isChoice?: true;
}

export interface WaitingList {
  /** Oldest first, at most a hundred of each kind. */
  readonly items: readonly Waiting[];
  /** How many wait in all. */
  readonly total: number;
}

export const contract = { name: 'moderation', title: 'Modération', contentTypes: {} } as const satisfies Contract;
