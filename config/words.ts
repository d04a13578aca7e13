import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export type Words = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** The catalogue that the product ships, by language. French is complete; the panel can correct and complete the others. */
export const catalogue: Readonly<Record<string, Words>> = { fr, en, nl };

/**
 * `fill('Étape {number} sur 9', { number: 3 })` // => 'Étape 3 sur 9'. Braces without a value stay as they are.
 * A value that is read from right to left keeps to itself: it cannot change the order of the words around it.
 */
export function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (braces, name: string) => isolate(String(values[name] ?? braces)));
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Between the signs that Unicode has for it (UAX 9, FSI and PDI), which nobody sees. */
const isolate = (text: string) => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

/** What the catalogue says of a key, if it is one. */
export const wordFor = (words: Words, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/**
 * The sentence of the shipped catalogue in `locale`, or else in French, or else its key.
 * A value may itself be a key of the catalogue: `error.type.text`.
 */
export function say(locale: string, key: string, values: Values = {}): string {
  const words: Words = { ...catalogue['fr'], ...catalogue[locale] };
  const inWords = Object.entries(values).map(([name, value]) => [name, wordFor(words, String(value)) ?? value]);
  return fill(wordFor(words, key) ?? key, Object.fromEntries(inWords) as Values);
}
