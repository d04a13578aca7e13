import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

/** Milliseconds before a lost connection is made again: doubled each time, up to the longest. */
const firstPause = 100;
const longestPause = 5_000;

/**
 * Rings when PostgreSQL notifies that something changed. It makes followers prompt, never sure: a notification may be lost
 * with its connection, and a pooler in front of PostgreSQL passes none.
 */
export class ChangeSignal {
  readonly #connection: ClientConfig;
  readonly #stopped = new AbortController();
  readonly #bell = new EventEmitter().setMaxListeners(0);
  #rings = 0;
  #following: Promise<void> = Promise.resolve();

  constructor(connection: ClientConfig) {
    this.#connection = connection;
  }

  /** How many times it rang. Read before looking, then given to `wait`, it leaves no moment in which a ring goes unheard. */
  get rings(): number {
    return this.#rings;
  }

  /** Waits until it has rung more than `rings` times, for some milliseconds, or until `ended`, whichever comes first. */
  async wait(rings: number, milliseconds: number, ended: AbortSignal): Promise<void> {
    if (this.#rings > rings) return;
    const signal = AbortSignal.any([ended, AbortSignal.timeout(milliseconds)]);
    await once(this.#bell, 'ring', { signal }).catch(() => undefined);
  }

  follow(): void {
    this.#following = this.#followUntilStopped();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#following;
  }

  async #followUntilStopped(): Promise<void> {
    const { signal } = this.#stopped;
    for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      const heard = await this.#listen(signal);
      if (heard) pause = firstPause;
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Listens until the connection ends. @returns whether there was one. */
  async #listen(signal: AbortSignal): Promise<boolean> {
    const client = new Client({
      ...this.#connection,
      application_name: 's-tetic changes',
      keepAlive: true,
      connectionTimeoutMillis: longestPause,
    });
    client.on('notification', () => this.#ring());
    const lost = once(client, 'end', { signal }).catch(() => undefined);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('LISTEN changes');
      // What changed while nobody listened is looked for at once.
      this.#ring();
      await lost;
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  #ring(): void {
    this.#rings += 1;
    this.#bell.emit('ring');
  }
}
