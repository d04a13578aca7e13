import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { RequestHandler } from 'sirv';
import { RETRY_AFTER } from '../src/lib/failure.ts';
import { allowOneClick } from './allow-one-click.ts';
import { DownloadUnavailable, type Downloads } from './downloads.ts';
import { FormGate } from './form-gate.ts';
import type { PageCache } from './page-cache.ts';
import { MAX_KEY_LENGTH, pageKey } from './page-key.ts';
import { RefusalPages } from './refusal-pages.ts';
import type { PageRenderer } from './render-page.ts';
import { sendDownload } from './send-download.ts';
import { sendOwn, sendPlain, sendStored } from './send-page.ts';
import { trustProxies, visitorOf } from './trust-proxies.ts';

/** Bytes. Our longest form is far from it. */
const MAX_BODY = 1024 * 1024;

interface Parts {
  cache: PageCache;
  renderer: PageRenderer;
  downloads: Downloads | undefined;
  staticFiles: RequestHandler;
  trustedProxies: number;
  formsPerHour: number;
}

/**
 * The way of a request: health, a file of the open data, a page in memory, a file of the build, a page to render for all, a page to render for one.
 * A form goes straight to the page it is for.
 */
export function answerRequests(parts: Parts): RequestListener {
  const { cache, renderer, downloads, staticFiles, trustedProxies, formsPerHour } = parts;
  const gate = new FormGate(formsPerHour);
  const refusals = new RefusalPages(renderer);

  return function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void catching(answerForm(request, response), response);
    const target = request.url ?? '/';
    if (target === '/healthz') return sayHealthy(response);
    const download = downloads?.keyOf(target);
    if (download !== undefined) return void catching(answerDownload(request, response, download), response);
    // What is answered to somebody who says who they are is for nobody else (RFC 9111 §3.5).
    if (request.headers.authorization !== undefined) return void catching(answerOne(request, response), response);
    const now = Date.now();
    const page = cache.find(target, now);
    if (page) return sendStored(request, response, page, now);
    staticFiles(request, response, () => catching(answerFromRendering(request, response, target), response));
  };

  async function answerDownload(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    // One that is not there was answered by a page, which is remembered for a while.
    const missing = cache.find(key, Date.now());
    if (missing) return sendStored(request, response, missing, Date.now());
    try {
      const file = await downloads!.obtain(key);
      return file ? await sendDownload(request, response, file) : await answerFromRendering(request, response, key);
    } catch (error) {
      if (!(error instanceof DownloadUnavailable)) throw error;
      const failure = { status: 503, path: key, retryAfter: RETRY_AFTER };
      return sendOwn(request, response, await renderer.renderFailure(failure));
    }
  }

  async function answerFromRendering(
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
  ): Promise<void> {
    const key = pageKey(target);
    if (key === undefined) return refuse(request, response, 400);
    if (key.length > MAX_KEY_LENGTH) return refuse(request, response, 414, MAX_KEY_LENGTH);
    const found = cache.find(key, Date.now());
    if (found) return sendStored(request, response, found, Date.now());
    const outcome = await cache.obtain(key);
    if (outcome.kind === 'unshared') return answerOne(request, response);
    if (outcome.kind === 'failed') return sendOwn(request, response, outcome.rendered);
    sendStored(request, response, outcome.page, Date.now());
  }

  async function answerForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'GET, HEAD, POST');
      return refuse(request, response, 405);
    }
    const length = request.headers['content-length'];
    // Astro can only tell that a body is too long once it has it, and then as an error of ours.
    if (length === undefined) return refuse(request, response, 411);
    if (Number(length) > MAX_BODY) return refuse(request, response, 413, MAX_BODY);
    trustProxies(request.headers, trustedProxies);
    const wait = gate.holds(visitorOf(request));
    allowOneClick(request);
    if (wait === undefined) return answerOne(request, response);
    request.resume();
    sendPlain(response, await refusals.find(request.url ?? '/', wait));
  }

  async function answerOne(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (pageKey(request.url ?? '/') === undefined) return refuse(request, response, 400);
    trustProxies(request.headers, trustedProxies);
    return sendOwn(request, response, await renderer.renderOwn(request));
  }

  async function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    limit?: number,
  ): Promise<void> {
    request.resume();
    const failure = { status, path: request.url ?? '/', method: request.method, limit };
    return sendOwn(request, response, await renderer.renderFailure(failure));
  }
}

/** Says that the process lives and answers; whether the CMS does is another question. */
function sayHealthy(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': 2, 'Cache-Control': 'no-store' }).end('ok');
}

/** What still goes wrong here is a fault of this server, never of a page: the reader's connection is closed, the process lives. */
async function catching(answer: Promise<void>, response: ServerResponse): Promise<void> {
  try {
    await answer;
  } catch (error) {
    console.error(error);
    response.destroy();
  }
}
