import type { PublicComment, PublicThread } from './shapes';

type Said = PublicComment & { readonly inReplyTo?: string | undefined };

/** Puts answers under what they answer, in the order given. What was taken back leaves its place to the answers to it. */
export function threadsOf(comments: readonly Said[]): PublicThread[] {
  const threads = new Map<string, PublicThread>();
  for (const { inReplyTo: key, ...comment } of comments) {
    if (!key) threads.set(comment.key, { ...comment, replies: [] });
    else if (!threads.has(key)) threads.set(key, { key, isGone: true, replies: [] });
    if (key) threads.get(key)!.replies.push(comment);
  }
  return [...threads.values()];
}
