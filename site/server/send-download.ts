import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import type { Download } from './downloads.ts';

/** Headers that concern one hop or that only this server reads. */
const NOT_SENT = new Set(['cache-tag', 'cdn-cache-control', 'connection', 'keep-alive', 'transfer-encoding']);

/** Sends a file from disk, compressed to who accepts it, or a 304 to who has it already. */
export async function sendDownload(request: IncomingMessage, response: ServerResponse, file: Download): Promise<void> {
  const isCompressed = acceptsGzip(request);
  const etag = `"${file.digest}${isCompressed ? '-gzip' : ''}"`;
  for (const [name, value] of Object.entries(file.headers)) if (!NOT_SENT.has(name)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
  response.setHeader('ETag', etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (fresh(request.headers, { etag, 'last-modified': String(file.headers['last-modified'] ?? '') }))
    return void response.writeHead(304).end();
  response.setHeader('Content-Length', isCompressed ? file.sizes.gzip : file.sizes.identity);
  if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(200);
  if (request.method === 'HEAD') return void response.end();
  await pipeline(createReadStream(isCompressed ? `${file.path}.gz` : file.path), response).catch(ignoreDeparture);
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return (
    headers['accept-encoding'] !== undefined && new Negotiator({ headers }).encoding(['gzip', 'identity']) === 'gzip'
  );
}

/** A reader who leaves before the end is no fault of ours. */
function ignoreDeparture(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
