/** The language whose addresses have no prefix, and whose record is canonical. */
export const FRENCH = 'fr';

/** Sections whose name could be taken for a language. */
const sections = new Set(['faq', 'ou-en-etes-vous']);

const code = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/**
 * The language that an address asks for by its first segment, if it looks like one. Whether the site has it is another question.
 * `prefixOf('/en/charte')` // => 'en'
 */
export function prefixOf(pathname: string): string | undefined {
  const first = pathname.split('/')[1] ?? '';
  return code.test(first) && !sections.has(first) ? first : undefined;
}

/** `withoutPrefix('/en/charte', 'en')` // => '/charte'; `withoutPrefix('/en', 'en')` // => '/' */
export function withoutPrefix(pathname: string, locale: string): string {
  const rest = pathname.slice(locale.length + 1);
  return rest === '' ? '/' : rest;
}
