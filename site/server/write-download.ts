import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { ServerResponse, type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import type { Rendered } from './render-page.ts';

/** A file that Astro wrote, on disk as it is and compressed. */
export interface WrittenDownload extends Pick<Rendered, 'status' | 'headers'> {
  /** A digest of what it holds: the same on every machine and after every start. */
  readonly digest: string;
  /** Bytes of each form. */
  readonly sizes: { readonly identity: number; readonly gzip: number };
}

/**
 * Takes what Astro answers to disk as it comes, beside the same compressed, so that a long answer is never whole in memory.
 * `path` and `path.gz` hold something of use once `written` has resolved.
 */
export class DownloadResponse extends ServerResponse {
  /** Settles once both files are closed. @throws what cut the answer short, or what the disk refused */
  readonly written: Promise<WrittenDownload>;
  readonly #plain: WriteStream;
  readonly #gzip: Gzip;
  readonly #compressed: WriteStream;
  readonly #hash = createHash('sha256');
  #headers: Rendered['headers'] = {};
  #hasHead = false;

  constructor(request: IncomingMessage, path: string) {
    super(request);
    this.#plain = createWriteStream(path);
    this.#gzip = createGzip({ level: 6 });
    this.#compressed = createWriteStream(`${path}.gz`);
    this.#gzip.pipe(this.#compressed);
    this.#gzip.on('error', (error) => this.#compressed.destroy(error));
    this.written = this.#settle();
    // Astro looks at it to know whether an error can still become an answer.
    Object.defineProperty(this, 'headersSent', { get: () => this.#hasHead });
  }

  override writeHead(
    status: number,
    messageOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    this.statusCode = status;
    this.#hasHead = true;
    const given = typeof messageOrHeaders === 'string' ? headers : messageOrHeaders;
    for (const [name, value] of Object.entries(given ?? {}))
      if (value !== undefined) this.#headers[name.toLowerCase()] = String(value);
    return this;
  }

  override write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    this.#hash.update(chunk);
    this.#plain.write(chunk);
    this.#gzip.write(chunk);
    const done = rest.find((argument) => typeof argument === 'function');
    if (done) queueMicrotask(() => done());
    return true;
  }

  override end(...parts: unknown[]): this {
    if (typeof parts[0] === 'string' || parts[0] instanceof Uint8Array) this.write(parts[0]);
    this.#plain.end();
    this.#gzip.end();
    this.emit('finish');
    return this;
  }

  override destroy(error?: Error): this {
    const reason = error ?? new Error('The answer was cut short.');
    this.#plain.destroy(reason);
    this.#gzip.destroy(reason);
    this.#compressed.destroy(reason);
    this.emit('close');
    return this;
  }

  async #settle(): Promise<WrittenDownload> {
    const files = [finished(this.#plain), finished(this.#compressed)];
    try {
      await Promise.all(files);
    } catch (error) {
      this.destroy(error as Error);
      await Promise.allSettled(files);
      throw error;
    }
    return {
      status: this.statusCode,
      headers: this.#headers,
      digest: this.#hash.digest('base64url').slice(0, 16),
      sizes: { identity: this.#plain.bytesWritten, gzip: this.#compressed.bytesWritten },
    };
  }
}
