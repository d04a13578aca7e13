import type { TermForms } from '@s-tetic/cms/contracts/glossary';

/** A piece of a text: as it is, or one that leads to the definition of a term. */
export type Piece = string | { readonly slug: string; readonly text: string };

/**
 * Cuts a text where a page first uses a term of the glossary.
 *
 *     splitAtTerms('Un cluster naît.', terms, 'fr', new Set()) // => ['Un ', { slug: 'cluster', text: 'cluster' }, ' naît.']
 *
 * @param terms the glossary; only terms in the language of the text are looked for
 * @param lang the language of the text
 * @param linked the slugs of the terms that the page already links: those found are added
 */
export function splitAtTerms(
  text: string,
  terms: readonly TermForms[],
  lang: string,
  linked: Set<string>,
): readonly Piece[] {
  const { pattern, slugs } = finderOf(terms, lang);
  if (slugs.size === 0) return [text];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const slug = slugs.get(keyOf(match[0]))!;
    if (linked.has(slug)) continue;
    linked.add(slug);
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ slug, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

interface Finder {
  readonly pattern: RegExp;
  /** The slug of the term that each form belongs to. */
  readonly slugs: ReadonlyMap<string, string>;
}

/** A page asks for the same finder at each of its paragraphs. */
const finders = new WeakMap<readonly TermForms[], Map<string, Finder>>();

function finderOf(terms: readonly TermForms[], lang: string): Finder {
  const known = finders.get(terms) ?? new Map<string, Finder>();
  finders.set(terms, known);
  const finder = known.get(lang) ?? makeFinder(terms.filter((term) => term.lang === lang));
  known.set(lang, finder);
  return finder;
}

function makeFinder(terms: readonly TermForms[]): Finder {
  const slugs = new Map(terms.flatMap(({ slug, forms }) => forms.map((form) => [keyOf(form), slug] as const)));
  // The longest first: «innovation additionnelle» rather than «additionnelle».
  const forms = terms.flatMap((term) => term.forms).toSorted((a, b) => b.length - a.length);
  const whole = `(?<![\\p{L}\\p{N}-])(?:${forms.map(patternOf).join('|')})(?![\\p{L}\\p{N}-])`;
  return { pattern: new RegExp(whole, 'gu'), slugs };
}

/** A form as texts write it: its first letter small or capital, its spaces of any width. */
function patternOf(form: string): string {
  const [first = '', ...rest] = form;
  const either = `(?:${RegExp.escape(first.toLowerCase())}|${RegExp.escape(first.toUpperCase())})`;
  return either + rest.map((letter) => (/\s/.test(letter) ? '\\s' : RegExp.escape(letter))).join('');
}

const keyOf = (form: string) => form.toLowerCase().replace(/\s/g, ' ');
