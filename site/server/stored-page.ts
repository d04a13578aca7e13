import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Sharing } from './freshness.ts';
import type { Encoding } from './negotiate.ts';
import type { Rendered } from './render-page.ts';

const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);

/**
 * A page as it goes out. It is kept compressed by brotli, which nearly all browsers ask for; its other forms are made
 * from that, once, when somebody first asks for them. Times are milliseconds since 1970.
 */
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
  readonly kept: KeptBody;
  /** The page in one encoding. What does not compress is the same in all. */
  variantOf(encoding: Encoding): Variant;
  /** Bytes that it takes in memory once every form of it was asked for, about. */
  readonly size: number;
}

/** The one form that is kept, in memory and on disk. */
export interface KeptBody {
  readonly encoding: 'br' | 'identity';
  readonly bytes: Buffer;
  /** Bytes of the page when it is not compressed. */
  readonly plainLength: number;
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
  'key' | 'status' | 'headers' | 'tags' | 'storedAt' | 'freshUntil' | 'usableUntil' | 'kept'
>;

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
      kept: await compressBody(rendered),
    },
    options,
  );
}

/** Makes a page ready again from what was kept of it on disk. */
export function restorePage(record: PageRecord, { keepCdnHeaders }: StoringOptions): StoredPage {
  const kept = { ...record.kept, bytes: compact(record.kept.bytes) };
  const headers = Object.fromEntries(
    Object.entries(record.headers)
      .filter(([name]) => !NOT_KEPT.has(name))
      .map(([name, value]) => [shared(name), sharedValue(value)]),
  );
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => keepCdnHeaders || !FOR_CDN.has(name)));
  const { key, status, storedAt, freshUntil, usableUntil } = record;
  const tags = record.tags.map(shared);
  // gzip comes to about a fifth more than brotli.
  const size = kept.encoding === 'br' ? kept.plainLength + Math.ceil(kept.bytes.length * 2.2) : kept.bytes.length;
  return {
    ...{ key, status, headers, tags, storedAt, freshUntil, usableUntil, kept },
    variantOf: makeVariants(kept, sent),
    size: size + OVERHEAD,
  };
}

/** What must be kept on disk for `restorePage` to give the page back. */
export function recordOf({ variantOf: _, size: __, ...record }: StoredPage): PageRecord {
  return record;
}

/** The page is no longer what the CMS says: it may be served only if the CMS does not answer. */
export function markPurged(page: StoredPage): void {
  page.freshUntil = 0;
  page.usableUntil = 0;
}

export function isPurged({ freshUntil }: StoredPage): boolean {
  return freshUntil === 0;
}

/** A text in the one encoding that a reader asked for, when it is worth it. For what is not kept. */
export async function compressFor(encoding: Encoding, { headers, body }: Rendered): Promise<Buffer | undefined> {
  if (!isCompressible(headers) || body.length < WORTH_COMPRESSING) return undefined;
  if (encoding === 'br') return withBrotli(body);
  if (encoding === 'gzip') return compressWithGzip(body);
  return undefined;
}

function makeVariants(kept: KeptBody, headers: Rendered['headers']): StoredPage['variantOf'] {
  const digest = createHash('sha256').update(kept.bytes).digest('base64url').slice(0, 16);
  const made: Partial<Record<Encoding, Variant>> = {};
  const plain = () => (kept.encoding === 'br' ? brotliDecompressSync(kept.bytes) : kept.bytes);
  const bodies: Record<Encoding, () => Buffer> = {
    br: () => kept.bytes,
    gzip: () => gzipSync(plain()),
    identity: plain,
  };
  return (encoding) => {
    const form = kept.encoding === 'br' ? encoding : 'identity';
    return (made[form] ??= makeVariant(form, compact(bodies[form]()), headers, digest));
  };
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

async function compressBody({ headers, body }: Rendered): Promise<KeptBody> {
  const plainLength = body.length;
  if (!isCompressible(headers) || plainLength < WORTH_COMPRESSING)
    return { encoding: 'identity', bytes: body, plainLength };
  return { encoding: 'br', bytes: await withBrotli(body), plainLength };
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
 * Bytes in a piece of memory of their own size. What zlib gives is a corner of 16 kB that it would keep whole,
 * and what SQLite gives or `Buffer.concat` makes may be a corner of a pool.
 */
function compact(bytes: Uint8Array): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return Buffer.from(bytes.buffer);
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  return own;
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
