import { z } from 'zod';
import type { Contract } from '../../lib/contract';

/** What a moderator may decide of something that waits. */
export const decisionInput = z
  .strictObject({
    uid: z.string(),
    documentId: z.string(),
    decision: z.enum(['approved', 'refused', 'spam']),
    /** Told to the sender, and kept. Required to refuse. */
    reason: z.string().trim().max(2000).optional(),
  })
  .refine(({ decision, reason }) => decision !== 'refused' || reason, { path: ['reason'], params: { reason: 'required' } });

export type Decision = z.infer<typeof decisionInput>;

export const contract = { name: 'moderation', title: 'Modération', contentTypes: {} } as const satisfies Contract;
