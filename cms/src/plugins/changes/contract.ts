import { z } from 'zod';
import type { Contract } from '../../lib/contract';

/** What the site asks: everything since the cursor of the last answer. Without a cursor, only where the log now stands. */
export const changesQuery = z.strictObject({
  since: z.string().max(8000).optional(),
  /** Seconds that the answer may be held until something changes. */
  wait: z.coerce.number().int().min(0).max(30).default(0),
});

export const changes = z.object({
  /** What to ask with next time. Its form is the business of the CMS alone. */
  cursor: z.string(),
  /** Tags of the public answers that are no longer true: `faq.entry`, `faq.entry:<documentId>`. In no order, each once. */
  tags: z.array(z.string()),
  /** The cursor is unknown, too old, or followed by too much: anything may have changed. */
  reset: z.literal(true).optional(),
});

export type ChangesQuery = z.infer<typeof changesQuery>;
export type Changes = z.infer<typeof changes>;

export const contract = { name: 'changes', title: 'Changements', contentTypes: {} } as const satisfies Contract;
