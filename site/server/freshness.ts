import type { Rendered } from './render-page.ts';

/** How long a page may be shared, and what makes it outdated before. */
export interface Sharing {
  /** Seconds during which it is served without a question. */
  maxAge: number;
  /** Seconds after that during which it is served while being rendered again. */
  staleWhileRevalidate: number;
  tags: string[];
}

/** Seconds that an unknown address stays known as such. */
const MISSING_MAX_AGE = 10;

/**
 * Whether a rendered page may be served to other readers, and for how long. In this order:
 * what sets a cookie, says it is private, or varies on more than its encoding is never shared;
 * a missing page is, briefly, whatever it says; a page or a lasting redirection is, if its headers give it a time.
 *
 * @returns undefined when every reader needs a rendering of its own.
 */
export function sharingOf({ status, headers }: Pick<Rendered, 'status' | 'headers'>): Sharing | undefined {
  if (headers['set-cookie'] !== undefined) return undefined;
  if (/\b(private|no-store)\b/i.test(text(headers['cache-control']))) return undefined;
  if (variesOnReader(text(headers['vary']))) return undefined;
  if (isMissing(status)) return { maxAge: MISSING_MAX_AGE, staleWhileRevalidate: 0, tags: [] };
  if (status !== 200 && status !== 301 && status !== 308) return undefined;
  return sharingFromHeaders(text(headers['cdn-cache-control']), text(headers['cache-tag']));
}

/** Whether the CMS answered, and said that there is no such page. */
export function isMissing(status: number): boolean {
  return status === 404 || status === 410;
}

function sharingFromHeaders(control: string, tags: string): Sharing | undefined {
  if (/\b(private|no-store|no-cache)\b/i.test(control)) return undefined;
  const maxAge = secondsOf(control, 'max-age');
  if (maxAge === undefined || maxAge === 0) return undefined;
  return { maxAge, staleWhileRevalidate: secondsOf(control, 'stale-while-revalidate') ?? 0, tags: listOf(tags) };
}

function secondsOf(control: string, directive: string): number | undefined {
  const seconds = new RegExp(`(?:^|[,\\s])${directive}\\s*=\\s*"?(\\d+)`, 'i').exec(control)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

function variesOnReader(vary: string): boolean {
  return listOf(vary.toLowerCase()).some((name) => name !== 'accept-encoding');
}

function listOf(header: string): string[] {
  return header
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function text(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}
