import { IncomingMessage, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { isCmsUnavailable, RETRY_AFTER, type Failure } from '../src/lib/failure.ts';
import { DivertedResponse } from './diverted-response.ts';
import { lastResortPage } from './last-resort-page.ts';

/** What Astro's Node adapter exports in middleware mode. `locals` becomes `Astro.locals`. */
export type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: undefined,
  locals?: { failure?: Failure },
) => Promise<void>;

/** A whole answer of Astro, never a part of one. */
export interface Rendered {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | string[]>;
  body: Buffer;
}

export interface PageRenderer {
  /** Renders a page as anybody would see it: no cookie, no header of a reader. `key` is the path with the parameters that matter. */
  renderShared(key: string): Promise<Rendered>;
  /** Renders for one reader, who may post or hold a cookie. */
  renderOwn(request: IncomingMessage): Promise<Rendered>;
  /** Renders the site's error page. Never fails: when Astro cannot, a plain page stands in. */
  renderFailure(failure: Failure): Promise<Rendered>;
}

/**
 * Renders pages whole: what breaks on the way, however deep, or takes too long becomes an error page and never a page cut short.
 *
 * @param options.siteUrl What shared pages take for their address.
 * @param options.deadline Milliseconds given to a page; then it is abandoned and answered with a 503.
 */
export function createRenderer(
  astro: AstroHandler,
  { siteUrl, deadline }: { siteUrl: string; deadline: number },
): PageRenderer {
  return { renderShared, renderOwn, renderFailure };

  function renderShared(key: string): Promise<Rendered> {
    return renderWhole(anonymousRequest(siteUrl, key));
  }

  function renderOwn(request: IncomingMessage): Promise<Rendered> {
    return renderWhole(request);
  }

  async function renderFailure(failure: Failure): Promise<Rendered> {
    const page = await captureWithin(deadline, astro, anonymousRequest(siteUrl, '/500'), { failure });
    if ('cutShort' in page || !isPage(page)) return lastResortPage(failure);
    return { ...page, status: failure.status, headers: { ...page.headers, ...retryAfterOf(failure) } };
  }

  async function renderWhole(request: IncomingMessage): Promise<Rendered> {
    const path = request.url ?? '/';
    const page = await captureWithin(deadline, astro, request);
    if ('cutShort' in page) return renderFailure(failureFrom(page.cutShort, path));
    if (page.status < 500) return page;
    if (!isPage(page)) return lastResortPage({ status: page.status, path });
    // Astro insists on 500 for its error page. A page that says when to come back means 503.
    return page.headers['retry-after'] === undefined ? page : { ...page, status: 503 };
  }
}

class TooSlow extends Error {}

function failureFrom(error: unknown, path: string): Failure {
  const isOutage = error instanceof TooSlow || isCmsUnavailable(error);
  return isOutage ? { status: 503, path, retryAfter: RETRY_AFTER } : { status: 500, path };
}

function retryAfterOf({ retryAfter }: Failure): Rendered['headers'] {
  return retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
}

/** When the error page itself breaks, Astro answers with a bare line of text or nothing. */
function isPage({ headers, body }: Rendered): boolean {
  return headers['content-type'] !== undefined && body.length > 0;
}

/** A request that nobody sent, so that nothing of a reader can get into what all readers share. */
export function anonymousRequest(siteUrl: string, target: string): IncomingMessage {
  const { host, protocol } = new URL(siteUrl);
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = target;
  request.headers = { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
  return request;
}

function isAnonymous(request: IncomingMessage): boolean {
  return request.socket.remoteAddress === undefined;
}

async function captureWithin(
  deadline: number,
  astro: AstroHandler,
  request: IncomingMessage,
  locals: { failure?: Failure } = {},
): Promise<Rendered | { cutShort: unknown }> {
  const response = new CapturedResponse(request);
  const timer = setTimeout(() => {
    response.destroy(new TooSlow());
    // Aborts Astro.request.signal, so that whatever the page still waits for can stop.
    if (isAnonymous(request)) request.socket.destroy();
  }, deadline);
  astro(request, response, undefined, locals).catch((error: unknown) => response.destroy(asError(error)));
  const outcome = await response.outcome;
  clearTimeout(timer);
  return outcome;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** Keeps what Astro writes instead of sending it, and tells whether it came to its end. */
class CapturedResponse extends DivertedResponse {
  readonly outcome: Promise<Rendered | { cutShort: unknown }>;
  #settle!: (outcome: Rendered | { cutShort: unknown }) => void;
  #chunks: Buffer[] = [];

  constructor(request: IncomingMessage) {
    super(request);
    this.outcome = new Promise((resolve) => (this.#settle = resolve));
  }

  protected override take(chunk: string | Uint8Array): void {
    this.#chunks.push(Buffer.from(chunk as Uint8Array));
  }

  protected override conclude(): void {
    this.#settle({ status: this.statusCode, headers: this.given, body: Buffer.concat(this.#chunks) });
  }

  protected override abandon(reason: Error | undefined): void {
    this.#settle({ cutShort: reason });
  }
}
