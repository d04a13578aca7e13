import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands where the CMS is: holds texts, announces changes, counts what it is asked, and fails on demand. */
export class TestCms {
  /** By path. */
  readonly texts = new Map<string, string>();
  /** How often each path was asked, whether or not it was answered. */
  readonly calls = new Map<string, number>();
  /** How it answers everything: as it should, never, or with a 500. */
  mood: 'well' | 'silent' | 'broken' = 'well';
  /** Milliseconds before it answers for a text. */
  slowness = 0;
  /** How many texts it was asked for at the same moment, at most. */
  mostAtOnce = 0;
  #atOnce = 0;
  readonly #log: string[][] = [];
  #forgottenBefore = 0;
  #waiting: (() => void)[] = [];
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** Like a kill: connections are cut, the port refuses. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server?.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  /** Changes a text and announces it, as one transaction does. */
  publish(path: string, text: string | undefined, ...tags: string[]): void {
    if (text === undefined) this.texts.delete(path);
    else this.texts.set(path, text);
    this.#log.push(tags);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Forgets the changes so far, as after a long time: a cursor from before is unknown. */
  forgetLog(): void {
    this.#forgottenBefore = this.#log.length + 1;
  }

  countCalls(path: string): number {
    return this.calls.get(path) ?? 0;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    this.calls.set(url.pathname, this.countCalls(url.pathname) + 1);
    if (this.mood === 'silent') return;
    if (this.mood === 'broken') return void response.writeHead(500).end();
    if (url.pathname === '/api/changes') return this.#answerChanges(request, url, response);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    response.once('close', () => this.#atOnce--);
    const text = this.texts.get(url.pathname);
    await new Promise((resolve) => setTimeout(resolve, this.slowness));
    if (text === undefined) response.writeHead(404).end();
    else response.end(text);
  }

  async #answerChanges({ headers }: IncomingMessage, { searchParams }: URL, response: ServerResponse): Promise<void> {
    if (headers.authorization !== 'Bearer a-token-of-the-site') return void response.writeHead(401).end();
    const since = searchParams.get('since');
    const position = Number(since);
    const isKnown = since !== null && position >= this.#forgottenBefore && position <= this.#log.length;
    if (isKnown && position === this.#log.length) await this.#waitForNews(Number(searchParams.get('wait')) * 1000);
    const tags = isKnown ? this.#log.slice(position).flat() : [];
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ cursor: String(this.#log.length), tags, ...(!isKnown && { reset: true }) }));
  }

  async #waitForNews(patience: number): Promise<void> {
    if (patience === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      timer = setTimeout(resolve, patience);
    });
    clearTimeout(timer);
  }
}
