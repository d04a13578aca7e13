import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Sharing } from './freshness.ts';
import { ENCODINGS, type Encoding } from './negotiate.ts';
import type { Rendered } from './render-page.ts';

const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);

/** A page as it goes out, ready in every encoding. Times are milliseconds since 1970. */
export interface StoredPage {
  readonly key: string;
  readonly status: number;
  /** The headers of the page itself, those for a CDN included, without those that depend on the encoding or the moment. */
  readonly headers: Rendered['headers'];
  readonly tags: readonly string[];
  readonly storedAt: number;
  /** Until then it is served without a question. A purge sets it, and `usableUntil`, to 0. */
  freshUntil: number;
  /** Until then it is served while being rendered again; later, only if rendering fails. */
  usableUntil: number;
  readonly variants: Readonly<Record<Encoding, Variant>>;
  /** Bytes that it takes in memory, about. */
  readonly size: number;
}

/** One encoding of a page. The header lists are flat, as `writeHead` takes them; the value of Age comes last and is set on sending. */
export interface Variant {
  readonly body: Buffer;
  readonly etag: string;
  readonly headers: string[];
  readonly notModifiedHeaders: string[];
}

/** What is kept of a page on disk, from which the rest follows. */
export type PageRecord = Pick<
  StoredPage,
  'key' | 'status' | 'headers' | 'tags' | 'storedAt' | 'freshUntil' | 'usableUntil'
> & { bodies: Bodies };

/** The bytes of each encoding; an encoding that would save nothing is left out. */
export type Bodies<Bytes = Uint8Array> = { identity: Bytes } & Partial<Record<Encoding, Bytes>>;

export interface StoringOptions {
  /** Leaves `CDN-Cache-Control` and `Cache-Tag` on what goes out, for a CDN or Varnish in front. */
  keepCdnHeaders: boolean;
}

/** Headers that concern one hop, one moment or one encoding, or that only we read. */
const NOT_KEPT = new Set([
  'age',
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'vary',
]);
const FOR_CDN = new Set(['cdn-cache-control', 'cache-tag']);

/** Browsers ask again each time, and get a 304: a page that staff changed must show at once. */
const BROWSER_CACHE_CONTROL = 'public, max-age=0, must-revalidate';

/** Compressing less than this saves no packet. */
const WORTH_COMPRESSING = 256;

/** Low enough to take a fraction of a millisecond on 15 kB; 11 takes 24 ms to save a tenth more. */
const BROTLI_QUALITY = 6;

/** What a page costs beside its bodies: header lists, tags, bookkeeping. Measured with 5,000 pages. */
const OVERHEAD = 2048;

/** Makes a rendered page ready to be served from memory. */
export async function storePage(
  key: string,
  rendered: Rendered,
  sharing: Sharing,
  options: StoringOptions,
): Promise<StoredPage> {
  const storedAt = Date.now();
  const freshUntil = storedAt + sharing.maxAge * 1000;
  return restorePage(
    {
      key,
      status: rendered.status,
      headers: rendered.headers,
      tags: sharing.tags,
      storedAt,
      freshUntil,
      usableUntil: freshUntil + sharing.staleWhileRevalidate * 1000,
      bodies: await compressedBodies(rendered),
    },
    options,
  );
}

/** Makes a page ready again from what was kept of it on disk. */
export function restorePage(record: PageRecord, { keepCdnHeaders }: StoringOptions): StoredPage {
  const bodies = packed(record.bodies);
  const kept = Object.entries(record.headers).filter(([name]) => !NOT_KEPT.has(name));
  const headers = Object.fromEntries(kept.map(([name, value]) => [shared(name), sharedValue(value)]));
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => keepCdnHeaders || !FOR_CDN.has(name)));
  const digest = createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 16);
  const identity = makeVariant('identity', bodies.identity, sent, digest);
  const variants = {
    identity,
    gzip: bodies.gzip ? makeVariant('gzip', bodies.gzip, sent, digest) : identity,
    br: bodies.br ? makeVariant('br', bodies.br, sent, digest) : identity,
  };
  const bytes = Object.values(bodies).reduce((sum, body) => sum + body.length, 0);
  const { key, status, storedAt, freshUntil, usableUntil } = record;
  const tags = record.tags.map(shared);
  return { key, status, headers, tags, storedAt, freshUntil, usableUntil, variants, size: bytes + OVERHEAD };
}

/** What must be kept on disk for `restorePage` to give the page back. */
export function recordOf({ variants, size: _, ...page }: StoredPage): PageRecord {
  const bodies: Bodies = { identity: variants.identity.body };
  if (variants.br !== variants.identity) bodies.br = variants.br.body;
  if (variants.gzip !== variants.identity) bodies.gzip = variants.gzip.body;
  return { ...page, bodies };
}

/** The page is no longer what the CMS says: it may be served only if the CMS does not answer. */
export function markPurged(page: StoredPage): void {
  page.freshUntil = 0;
  page.usableUntil = 0;
}

/** A text in the one encoding that a reader asked for, when it is worth it. For what is not kept. */
export async function compressFor(encoding: Encoding, { headers, body }: Rendered): Promise<Buffer | undefined> {
  if (!isCompressible(headers) || body.length < WORTH_COMPRESSING) return undefined;
  if (encoding === 'br') return withBrotli(body);
  if (encoding === 'gzip') return compressWithGzip(body);
  return undefined;
}

function makeVariant(encoding: Encoding, body: Buffer, page: Rendered['headers'], digest: string): Variant {
  const etag = `"${digest}-${encoding}"`;
  const always = ['Cache-Control', BROWSER_CACHE_CONTROL, 'ETag', etag, 'Vary', 'Accept-Encoding'];
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
  const age = ['Age', '0'];
  return {
    body,
    etag,
    headers: [...flatten(page), ...coding, 'Content-Length', String(body.length), ...always, ...age],
    notModifiedHeaders: [...always, ...age],
  };
}

function flatten(headers: Rendered['headers']): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((single) => [name, single]));
}

async function compressedBodies({ headers, body }: Rendered): Promise<Bodies> {
  if (!isCompressible(headers) || body.length < WORTH_COMPRESSING) return { identity: body };
  const [br, gzipped] = await Promise.all([withBrotli(body), compressWithGzip(body)]);
  return { identity: body, br, gzip: gzipped };
}

function withBrotli(body: Buffer): Promise<Buffer> {
  return compressWithBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/**
 * The bodies side by side in one piece of memory of the right size. What zlib gives is a corner of 16 kB that it would keep whole,
 * and what SQLite gives or `Buffer.concat` makes may be a corner of a pool.
 */
function packed(bodies: Bodies): Bodies<Buffer> {
  const encodings = ENCODINGS.filter((encoding) => bodies[encoding] !== undefined);
  const whole = Buffer.allocUnsafeSlow(encodings.reduce((sum, encoding) => sum + bodies[encoding]!.length, 0));
  let offset = 0;
  const places = encodings.map((encoding) => {
    const { length } = bodies[encoding]!;
    whole.set(bodies[encoding]!, offset);
    offset += length;
    return [encoding, whole.subarray(offset - length, offset)];
  });
  return Object.fromEntries(places) as Bodies<Buffer>;
}

const sharedStrings = new LRUCache<string, string>({ max: 10_000 });

/** One copy of a string that many pages hold: tags, policies, content types. */
function shared(text: string): string {
  const known = sharedStrings.get(text);
  if (known !== undefined) return known;
  sharedStrings.set(text, text);
  return text;
}

function sharedValue(value: string | string[]): string | string[] {
  return Array.isArray(value) ? value.map(shared) : shared(value);
}

function isCompressible(headers: Rendered['headers']): boolean {
  return /^(text\/|application\/(json|xml|.*\+(json|xml))|image\/svg\+xml)/.test(String(headers['content-type'] ?? ''));
}
