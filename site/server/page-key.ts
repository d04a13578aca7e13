/**
 * The nine answers of «Où en êtes-vous ?» as its form sends them. They are never stored: the page redirects to the one short address
 * (`?faites=124`) of each of its 512 states, which are all alike for everybody, few enough to keep, and rendered when first asked for.
 */
const answers = Array.from({ length: 9 }, (_, index) => `e${index + 1}`);

/** The only parameters that tell one shared page from another. Every other one is dropped, or a flood of `?x=1…` would fill the store. */
export const PAGE_PARAMETERS: ReadonlySet<string> = new Set([
  ...answers,
  'faites',
  'kind',
  'language',
  'page',
  'q',
  'reference',
  'sort',
  'step',
  'type',
  'words',
  'zone',
]);

/** Characters. A longer address is refused: no page of ours needs it. */
export const MAX_KEY_LENGTH = 1024;

/**
 * The one name of a page: its path, normalised as RFC 3986 §6.2.2 allows, then the parameters that matter, sorted.
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

/** Whether a page is named by words that a reader typed: anyone can make up as many of those as they like. */
export function hasTypedWords(key: string): boolean {
  return /[?&]q=/.test(key);
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
  const kept = [...parameters].filter(([name, value]) => PAGE_PARAMETERS.has(name) && value !== '');
  return new URLSearchParams(kept.sort(byNameThenValue)).toString();
}

function byNameThenValue(one: [string, string], other: [string, string]): number {
  return compare(one[0], other[0]) || compare(one[1], other[1]);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
