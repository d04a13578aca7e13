import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { DivertedResponse } from './diverted-response.ts';
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
export class DownloadResponse extends DivertedResponse {
  /** Settles once both files are closed. @throws what cut the answer short, or what the disk refused */
  readonly written: Promise<WrittenDownload>;
  readonly #plain: WriteStream;
  readonly #gzip: Gzip;
  readonly #compressed: WriteStream;
  readonly #hash = createHash('sha256');

  constructor(request: IncomingMessage, path: string) {
    super(request);
    this.#plain = createWriteStream(path);
    this.#gzip = createGzip({ level: 6 });
    this.#compressed = createWriteStream(`${path}.gz`);
    this.#gzip.pipe(this.#compressed);
    this.#gzip.on('error', (error) => this.#compressed.destroy(error));
    this.written = this.#settle();
  }

  protected override take(chunk: string | Uint8Array): void {
    this.#hash.update(chunk);
    this.#plain.write(chunk);
    this.#gzip.write(chunk);
  }

  protected override conclude(): void {
    this.#plain.end();
    this.#gzip.end();
  }

  protected override abandon(reason = new Error('The answer was cut short.')): void {
    this.#plain.destroy(reason);
    this.#gzip.destroy(reason);
    this.#compressed.destroy(reason);
  }

  async #settle(): Promise<WrittenDownload> {
    const files = [finished(this.#plain), finished(this.#compressed)];
    try {
      await Promise.all(files);
    } catch (error) {
      this.abandon(error as Error);
      await Promise.allSettled(files);
      throw error;
    }
    return {
      status: this.statusCode,
      headers: this.given,
      digest: this.#hash.digest('base64url').slice(0, 16),
      sizes: { identity: this.#plain.bytesWritten, gzip: this.#compressed.bytesWritten },
    };
  }
}
