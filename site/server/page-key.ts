import { prefixOf, withoutPrefix } from '../src/i18n/locale.ts';

/**
 * The nine answers of «Où en êtes-vous ?» as its form sends them. They are never stored: the page redirects to the one short address
 * (`?faites=124`) of each of its 512 states, which are all alike for everybody, few enough to keep, and rendered when first asked for.
 */
const answers = Array.from({ length: 9 }, (_, index) => `e${index + 1}`);

/** What pages read of their address, by their path without language. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  '/faq': ['q'],
  '/ou-en-etes-vous': [...answers, 'faites'],
  '/recherche': ['page', 'q', 'type'],
  '/recherche/suggestions.json': ['q'],
  '/ressources': ['kind', 'language', 'page', 'q', 'sort', 'step', 'zone'],
  '/ressources/inscrire': ['step', 'zone'],
  '/ressources/inscrire/merci': ['reference'],
};

/** The only parameters that tell one page from another. Every other one is dropped, or a flood of `?x=1…` would fill the store. */
const names = [...new Set(Object.values(PARAMETERS).flat())].sort();

/** Those whose value can be anything, and the page still be a page: with any other, a value that does not exist is refused. */
const TYPED: ReadonlySet<string> = new Set(['q', 'type']);

/** How our links and forms write a value: a number, or a name in small letters. */
const WRITTEN = /^(0|[1-9]\d*|[a-z][a-z0-9.-]*)$/;

/** Characters. A longer address is refused: no page of ours needs it. */
export const MAX_KEY_LENGTH = 1024;

/**
 * The one name of a page: its path, normalised as RFC 3986 §6.2.2 allows, then the parameters that matter, sorted, each once.
 * Empty parameters, as forms send them, count as absent. The host plays no part.
 *
 *     pageKey('/ressources?zone=liege&utm=x&step=3') // => '/ressources?step=3&zone=liege'
 *     pageKey('/%63harte//')                         // => '/charte/'
 *
 * @returns undefined when the address is malformed: the reader is told so with a 400.
 */
export function pageKey(target: string): string | undefined {
  const url = URL.parse(target.startsWith('/') ? `http://site${collapseSlashes(target)}` : target);
  if (url === null) return undefined;
  const path = normalisePath(url.pathname);
  if (path === undefined) return undefined;
  const query = keptParameters(url.searchParams);
  return query === '' ? path : `${path}?${query}`;
}

/**
 * Whether a page is named by what a reader typed: words, a value that no link of ours writes so, a parameter that the page does
 * not read. Anyone can make up as many of those as they like.
 */
export function isTyped(key: string): boolean {
  const [path = '', query] = key.split('?');
  const read = PARAMETERS[withoutLanguage(path)] ?? [];
  return [...new URLSearchParams(query)].some(
    ([name, value]) => TYPED.has(name) || !read.includes(name) || !WRITTEN.test(value),
  );
}

function withoutLanguage(path: string): string {
  const language = prefixOf(path);
  return language === undefined ? path : withoutPrefix(path, language);
}

/** `//` would be read as a host, by `URL` here and by browsers in a redirection. */
function collapseSlashes(target: string): string {
  const [path = '', ...query] = target.split('?');
  return [path.replace(/\/{2,}/g, '/'), ...query].join('?');
}

function normalisePath(path: string): string | undefined {
  if (/%(?![0-9a-f]{2})/i.test(path) || /%00/.test(path)) return undefined;
  if (!isUtf8(path)) return undefined;
  return path
    .replace(/%[0-9a-f]{2}/gi, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return /[A-Za-z0-9\-._~]/.test(character) ? character : escape.toUpperCase();
    })
    .replace(/\/{2,}/g, '/');
}

function isUtf8(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function keptParameters(parameters: URLSearchParams): string {
  const kept = names.flatMap((name) => {
    const value = parameters.getAll(name).find((given) => given !== '');
    return value === undefined ? [] : [[name, value]];
  });
  return new URLSearchParams(kept).toString();
}
