import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';
import { chooseEncoding } from './negotiate.ts';
import type { Rendered } from './render-page.ts';
import { compressFor, type StoredPage } from './stored-page.ts';

/**
 * Sends a page from memory in the smallest encoding accepted, or a 304 to who has it already.
 * Nothing is awaited and hardly anything is built here, which is what makes a hit cost what a file costs.
 *
 * @param now Milliseconds since 1970.
 */
export function sendStored(request: IncomingMessage, response: ServerResponse, page: StoredPage, now: number): void {
  const { headers } = request;
  const variant = page.variantOf(chooseEncoding(acceptedEncodings(headers)));
  const isUnchanged = isConditional(headers) && page.status === 200 && fresh(headers, validatorsOf(page, variant.etag));
  const prepared = isUnchanged ? variant.notModifiedHeaders : variant.headers;
  // The value of Age is the last of the list. Node copies the list at once, so one list serves all.
  prepared[prepared.length - 1] = String(Math.max(0, Math.floor((now - page.storedAt) / 1000)));
  response.writeHead(isUnchanged ? 304 : page.status, now < page.freshUntil ? prepared : asOutdated(prepared));
  if (isUnchanged || request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

/** Sends what was rendered for one reader alone. No cache on the way may keep it, whatever the page said. */
export async function sendOwn(request: IncomingMessage, response: ServerResponse, rendered: Rendered): Promise<void> {
  const encoding = chooseEncoding(acceptedEncodings(request.headers));
  const compressed = await compressFor(encoding, rendered);
  const body = compressed ?? rendered.body;
  const headers = ownHeaders(rendered, body);
  if (compressed) headers['content-encoding'] = encoding;
  headers['vary'] = [headers['vary'] ?? [], 'Accept-Encoding'].flat().join(', ');
  if (request.method === 'HEAD' && body.length === 0) delete headers['content-length'];
  response.writeHead(rendered.status, headers).end(request.method === 'HEAD' ? undefined : body);
}

/** Sends a page that turns somebody away as it is: compressing it would cost more than all the rest. */
export function sendPlain(response: ServerResponse, rendered: Rendered): void {
  response.writeHead(rendered.status, ownHeaders(rendered, rendered.body)).end(rendered.body);
}

function ownHeaders(rendered: Rendered, body: Buffer): Rendered['headers'] {
  const headers: Rendered['headers'] = { 'cache-control': 'private, no-cache', ...rendered.headers };
  for (const name of ['cdn-cache-control', 'cache-tag', 'transfer-encoding']) delete headers[name];
  headers['content-length'] = String(body.length);
  return headers;
}

function acceptedEncodings(headers: IncomingHttpHeaders): string | undefined {
  const accepted = headers['accept-encoding'];
  return Array.isArray(accepted) ? accepted.join(',') : accepted;
}

function isConditional(headers: IncomingHttpHeaders): boolean {
  return headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
}

function validatorsOf(page: StoredPage, etag: string): Record<string, string> {
  const lastModified = page.headers['last-modified'];
  return typeof lastModified === 'string' ? { etag, 'last-modified': lastModified } : { etag };
}

/** Says that an older page stands in for one being rendered or out of reach (RFC 9211), and keeps a CDN from holding on to it. */
function asOutdated(headers: string[]): string[] {
  const outdated = [...headers, 'Cache-Status', 'site; hit; detail=outdated'];
  const control = outdated.indexOf('cdn-cache-control');
  if (control !== -1) outdated[control + 1] = 'max-age=0, must-revalidate';
  return outdated;
}
