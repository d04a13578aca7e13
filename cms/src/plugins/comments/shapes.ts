import { z } from 'zod';

/** A comment as everyone may read it: no e-mail, no numeric id. */
export const publicComment = z.object({
  author: z.string(),
  text: z.string(),
  /** The language of the page it was sent from. */
  lang: z.string(),
  /** ISO 8601. */
  sentAt: z.iso.datetime(),
});

export type PublicComment = z.infer<typeof publicComment>;
