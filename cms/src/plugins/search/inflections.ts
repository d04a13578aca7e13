import { fold } from '@s-tetic/config/fold';

/** Endings of a French word that its stem does not bring together once accents are gone: masculine, then feminine, plurals aside. */
const endings: readonly (readonly [string, string])[] = [
  ['teur', 'trice'],
  ['eur', 'euse'],
  ['eur', 'eure'],
  ['er', 'ere'],
  ['if', 'ive'],
  ['c', 'que'],
  ['ail', 'aux'],
];

/** Too short a word has another ending for another meaning: «mer», «mère». */
const shortest = 5;

/**
 * The other gender of a French word, folded, or its other number where the stem misses it. What does not exist is in no document,
 * and does no harm.
 *
 *     inflectionsOf('conseillères') // => ['conseiller']
 *     inflectionsOf('privé')        // => ['privee']
 */
export function inflectionsOf(word: string): string[] {
  const singular = fold(word).replace(/(?<!au)[sx]$/, '');
  if (singular.length < shortest) return [];
  const swapped = endings.flatMap(([masculine, feminine]) => [
    ...(singular.endsWith(masculine) ? [singular.slice(0, -masculine.length) + feminine] : []),
    ...(singular.endsWith(feminine) ? [singular.slice(0, -feminine.length) + masculine] : []),
  ]);
  const participle = /és?$/i.test(word.normalize('NFC')) ? [`${singular}e`] : [];
  const ofParticiple = singular.endsWith('ee') ? [singular.slice(0, -1)] : [];
  return [...new Set([...swapped, ...participle, ...ofParticiple])];
}
