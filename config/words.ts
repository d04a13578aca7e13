import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export type Words = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** The catalogue that the product ships, by language. French is complete; the panel can correct and complete the others. */
export const catalogue: Readonly<Record<string, Words>> = { fr, en, nl };

/** `fill('Étape {number} sur 9', { number: 3 })` // => 'Étape 3 sur 9'. Braces without a value stay as they are. */
export function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}

/**
 * The sentence of the shipped catalogue in `locale`, or else in French, or else its key.
 * A value may itself be a key of the catalogue: `error.type.text`.
 */
export function say(locale: string, key: string, values: Values = {}): string {
  const words: Words = { ...catalogue['fr'], ...catalogue[locale] };
  const inWords = Object.entries(values).map(([name, value]) => [name, words[value] ?? value]);
  return fill(words[key] ?? key, Object.fromEntries(inWords) as Values);
}
