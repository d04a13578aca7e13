import { canonicalLocale } from '../../lib/locales';
import type { Reader } from '../../lib/reader';
import { contract } from './contract';
import { lookUpWords } from './look-up-words';
import { readTerms } from './read-terms';
import { forgivenFrom } from './typo';
import { writeQueries, type Understood } from './write-queries';

/**
 * What a reader looks for, as questions to the documents of their language and, for what it lacks, to the French ones.
 *
 * @param isTyping the last word may go on: it stands for all the words that begin with it
 * @returns undefined when nothing is asked: no words, or only some too short to mean anything
 */
export async function understand(
  reader: Reader,
  query: string,
  { isTyping = false } = {},
): Promise<Understood | undefined> {
  const terms = readTerms(query, await findSynonyms(reader));
  if (terms.length === 0) return undefined;
  const locales = [...new Set([reader.locale, canonicalLocale])];
  const words = [...new Set(terms.flatMap(({ alternatives }) => alternatives.flat()))];
  const alone = terms.flatMap(({ typed }) => (typed.length === 1 ? typed : []));
  const known = await lookUpWords(reader.strapi, {
    locales,
    words,
    forgiven: alone.filter((word) => word.length >= forgivenFrom),
    unfinished: isTyping ? terms.at(-1)!.typed.at(-1) : undefined,
  });
  return writeQueries(terms, known, locales);
}

async function findSynonyms(reader: Reader): Promise<string[][]> {
  const groups = await reader.list(contract, 'synonym');
  return groups.map(({ words }) => String(words).split(','));
}
