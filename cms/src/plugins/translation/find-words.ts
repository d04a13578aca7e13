import { catalogue } from '@s-tetic/config/words';
import type { Reader } from '../../lib/reader';
import { canonicalLocale } from '../../lib/locales';

/**
 * The interface's words in the reader's language: the panel's text first, then the shipped catalogue, then French.
 * `frenchWords` names those that had to stay in French.
 */
export async function findWords(reader: Reader): Promise<{ words: Record<string, string>; frenchWords: string[] }> {
  reader.tags.add('translation.phrase');
  const { locale } = reader;
  const phrases: { key: string; text: string; locale: string }[] = await reader.strapi.db
    .query('plugin::translation.phrase')
    .findMany({ select: ['key', 'text', 'locale'], where: { locale: { $in: [canonicalLocale, locale] } } });
  const inPanel = (code: string) =>
    Object.fromEntries(phrases.filter((phrase) => phrase.locale === code).map(({ key, text }) => [key, text]));

  const french: Record<string, string> = { ...catalogue[canonicalLocale], ...inPanel(canonicalLocale) };
  const translated: Record<string, string> = { ...catalogue[locale], ...inPanel(locale) };
  const words = { ...french, ...translated };
  const frenchWords = locale === canonicalLocale ? [] : Object.keys(french).filter((key) => !(key in translated));
  return { words, frenchWords };
}
