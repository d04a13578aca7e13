import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The forms in which a page is kept, the smallest first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;

export type Encoding = (typeof ENCODINGS)[number];

const chosen = new LRUCache<string, Encoding>({ max: 200 });

/**
 * The smallest form that the reader accepts (RFC 9110 §12.5.3). Browsers send a handful of different values, so each is worked out once.
 *
 *     chooseEncoding('gzip, deflate, br') // => 'br'
 *     chooseEncoding(undefined)           // => 'identity'
 */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity';
  const known = chosen.get(accepted);
  if (known !== undefined) return known;
  const encoding = smallestOf(new Negotiator({ headers: { 'accept-encoding': accepted } }).encodings([...ENCODINGS]));
  chosen.set(accepted, encoding);
  return encoding;
}

/** Whoever refuses everything, identity included, gets identity: a readable page is better than a 406. */
function smallestOf(acceptable: readonly string[]): Encoding {
  return ENCODINGS.find((encoding) => acceptable.includes(encoding)) ?? 'identity';
}
