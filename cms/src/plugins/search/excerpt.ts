import { fold } from '@s-tetic/config/fold';
import type { Part } from './contract';

/** Characters of an excerpt, about, and how many of them stand before the first marked word. */
const excerptLength = 220;
const lead = 60;

interface Found {
  readonly start: number;
  readonly end: number;
}

/** A whole text in parts, its words that are among `marked` (folded) apart. */
export function markWords(text: string, marked: ReadonlySet<string>): Part[] {
  const parts: Part[] = [];
  let place = 0;
  for (const { start, end } of findWords(text, marked)) {
    if (start > place) parts.push({ text: text.slice(place, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    place = end;
  }
  if (place < text.length) parts.push({ text: text.slice(place), marked: false });
  return parts;
}

/**
 * The piece of a text that holds the most of the marked words, cut between words; its beginning when it holds none.
 *
 *     excerpt('Un long texte… sur le numérique… et la suite', new Set(['numerique']))
 *     // => [{ text: '… sur le ', marked: false }, { text: 'numérique', marked: true }, …]
 */
export function excerpt(text: string, marked: ReadonlySet<string>): Part[] {
  const line = text.replace(/\s*\n\s*/g, ' ').trim();
  const start = bestStart(line, findWords(line, marked));
  const end = cutBefore(line, start + excerptLength);
  const piece = `${start > 0 ? '… ' : ''}${line.slice(start, end).trim()}${end < line.length ? ' …' : ''}`;
  return markWords(piece, marked);
}

/** Where an excerpt begins: before the word that is followed, within its length, by the most different words, the first of equals. */
function bestStart(line: string, found: readonly Found[]): number {
  const richness = found.map(({ start }) => {
    const near = found.filter((other) => other.start >= start && other.end <= start + excerptLength - lead);
    return new Set(near.map((other) => fold(line.slice(other.start, other.end)))).size;
  });
  const best = found[richness.indexOf(Math.max(...richness))];
  if (!best || best.end <= excerptLength) return 0;
  const wanted = best.start - lead;
  return line.indexOf(' ', wanted) + 1;
}

/** `cutBefore('un mot', 4)` // => 2: never within a word. */
function cutBefore(line: string, end: number): number {
  if (end >= line.length) return line.length;
  const space = line.lastIndexOf(' ', end);
  return space > end - excerptLength / 2 ? space : end;
}

function findWords(text: string, marked: ReadonlySet<string>): Found[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter(([word]) => marked.has(fold(word)))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
