import { fold } from '@s-tetic/config/fold';

/** `slugOf('Où vivre ?')` // => 'ou-vivre' — at most 100 characters, cut between words. */
export function slugOf(title: string): string {
  const words = fold(title)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words
    .reduce((slug, word) => (slug.length + word.length >= 100 ? slug : slug ? `${slug}-${word}` : word), '')
    .slice(0, 100);
}
