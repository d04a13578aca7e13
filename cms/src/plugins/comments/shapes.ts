import { z } from 'zod';

/** By which a comment is known outside, for good: no id of the CMS, and of no use to ask it for anything else. */
export const commentKey = z.string().regex(/^[0-9a-f]{16}$/);

/** A comment as everyone may read it: no e-mail, no numeric id. */
export const publicComment = z.object({
  key: commentKey,
  author: z.string(),
  text: z.string(),
  /** The language of the page it was sent from. */
  lang: z.string(),
  /** ISO 8601. */
  sentAt: z.iso.datetime(),
  /** Written by staff, in the name of the team. */
  isStaff: z.literal(true).optional(),
});

/** A comment and the answers to it, oldest first. What was taken back says nothing any more; its answers stay. */
export const publicThread = z.union([
  z.object({ ...publicComment.shape, replies: z.array(publicComment) }),
  z.object({ key: commentKey, isGone: z.literal(true), replies: z.array(publicComment) }),
]);

export type PublicComment = z.infer<typeof publicComment>;
export type PublicThread = z.infer<typeof publicThread>;
