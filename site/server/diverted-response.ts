import { ServerResponse, type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';
import type { Rendered } from './render-page.ts';

/** Takes what Astro answers to somewhere else than a connection: where to is for whoever extends it. */
export abstract class DivertedResponse extends ServerResponse {
  /** What Astro gave, names in lower case. */
  protected readonly given: Rendered['headers'] = {};
  #hasHead = false;

  constructor(request: IncomingMessage) {
    super(request);
    // Astro looks at it to know whether an error can still become an answer.
    Object.defineProperty(this, 'headersSent', { get: () => this.#hasHead });
  }

  /** Takes a part of the body. */
  protected abstract take(chunk: string | Uint8Array): void;

  /** The answer is whole. */
  protected abstract conclude(): void;

  /** The answer will never be whole. @param reason undefined when none was given */
  protected abstract abandon(reason: Error | undefined): void;

  override writeHead(
    status: number,
    messageOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    this.statusCode = status;
    this.#hasHead = true;
    const given = typeof messageOrHeaders === 'string' ? headers : messageOrHeaders;
    for (const [name, value] of Object.entries(given ?? {})) {
      if (value !== undefined)
        this.given[name.toLowerCase()] = Array.isArray(value) ? value.map(String) : String(value);
    }
    return this;
  }

  override write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    this.take(chunk);
    const done = rest.find((argument) => typeof argument === 'function');
    if (done) queueMicrotask(() => done());
    return true;
  }

  override end(...parts: unknown[]): this {
    if (typeof parts[0] === 'string' || parts[0] instanceof Uint8Array) this.take(parts[0]);
    this.conclude();
    this.emit('finish');
    return this;
  }

  override destroy(error?: Error): this {
    this.abandon(error);
    this.emit('close');
    return this;
  }
}
