import { catalogue, fill, type Values } from '@s-tetic/config/words';
import type fr from '@s-tetic/config/words/fr.json';

type Key = keyof typeof fr;
type PluralForm = 'zero' | 'one' | 'other';

/** A word of the interface. Those that count are named without their plural form: `resources.count`. */
export type WordKey = Key extends infer K
  ? K extends `${infer Stem}.${PluralForm}`
    ? `${Stem}.one` extends Key
      ? Stem
      : K
    : K
  : never;

export interface Words {
  /** The sentence in the reader's language, or else in French. `count` chooses its plural form. */
  (key: WordKey, values?: Values): string;
  /** `fr` when that sentence is in French although the reader's language is another. */
  langOf(key: WordKey, values?: Values): 'fr' | undefined;
}

/** What the CMS knows of the interface's words, in one language. */
export interface Phrases {
  readonly words: Readonly<Record<string, string>>;
  readonly frenchWords: readonly string[];
}

/** The words that the site ships with, for when the CMS is away. */
export function shippedPhrases(locale: string): Phrases {
  const french = catalogue['fr'] ?? {};
  const translated = catalogue[locale] ?? {};
  return {
    words: { ...french, ...translated },
    frenchWords: locale === 'fr' ? [] : Object.keys(french).filter((key) => translated[key] === undefined),
  };
}

/**
 * The interface's words in one language.
 *
 *     const t = wordsIn('fr', frame);
 *     t('resources.count', { count: 1 }) // => '1 ressource'
 */
export function wordsIn(locale: string, { words, frenchWords }: Phrases): Words {
  const inFrench = new Set(frenchWords);
  const shipped = shippedPhrases(locale);

  const sentenceOf = (key: string): string | undefined => words[key] ?? shipped.words[key];
  const isFrench = (key: string): boolean =>
    locale !== 'fr' && (words[key] === undefined ? shipped.frenchWords.includes(key) : inFrench.has(key));

  const resolve = (key: WordKey, values: Values): string => {
    if (typeof values['count'] !== 'number') return key;
    const count = values['count'];
    const form = (language: string) => new Intl.PluralRules(language).select(count);
    const candidates = [...(count === 0 ? [`${key}.zero`] : []), `${key}.${form(locale)}`, `${key}.other`];
    const found = candidates.find((candidate) => sentenceOf(candidate) !== undefined) ?? key;
    // A French sentence is counted the French way: «0 arrêt», where English says «0 stops».
    return isFrench(found) && sentenceOf(`${key}.${form('fr')}`) && !found.endsWith('.zero')
      ? `${key}.${form('fr')}`
      : found;
  };

  const t = (key: WordKey, values: Values = {}): string =>
    fill(sentenceOf(resolve(key, values)) ?? key, localized(values, locale));
  const langOf = (key: WordKey, values: Values = {}): 'fr' | undefined =>
    isFrench(resolve(key, values)) ? 'fr' : undefined;
  return Object.assign(t, { langOf });
}

/** Whether a key that came from elsewhere, such as an issue of the CMS, is a word of the interface. */
export function isWordKey(key: string): key is WordKey {
  const french = catalogue['fr'] ?? {};
  return Object.hasOwn(french, key) || Object.hasOwn(french, `${key}.other`);
}

/** Only counts are quantities: a year or the number of a step is written as it is. */
function localized(values: Values, locale: string): Values {
  const { count } = values;
  return typeof count === 'number' ? { ...values, count: new Intl.NumberFormat(locale).format(count) } : values;
}
