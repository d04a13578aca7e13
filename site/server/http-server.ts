import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds, bytes and counts that bound what a slow, half-open or hostile client can hold. */
const LIMITS = {
  /** To send the headers of a request. */
  headersTimeout: 10_000,
  /** To send a whole request, body included. */
  requestTimeout: 30_000,
  /** Between two requests of a connection: longer than proxies keep theirs, which would otherwise reuse a closed one. */
  keepAliveTimeout: 65_000,
  /** Without a byte either way: a client that stopped reading, or a connection whose other end is gone. */
  idleTimeout: 70_000,
  /** How often the first two are looked at. */
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
  maxHeadersCount: 100,
  maxConnections: 4_000,
};

/** A server that no client can exhaust: what exceeds a limit is answered with a 4xx, then closed. */
export function createBoundedServer(listener: RequestListener, limits: Partial<typeof LIMITS> = {}): Server {
  const { maxHeadersCount, maxConnections, idleTimeout, ...options } = { ...LIMITS, ...limits };
  const server = createServer({ ...options, noDelay: true }, listener);
  server.maxHeadersCount = maxHeadersCount;
  server.maxConnections = maxConnections;
  server.setTimeout(idleTimeout);
  server.on('clientError', refuseBadRequest);
  return server;
}

function refuseBadRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || socket.bytesWritten > 0 || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = statusOf(error.code);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return 400;
}
