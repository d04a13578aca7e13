import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { ChangeSignal } from './change-signal';
import type { Changes, ChangesQuery } from './contract';
import { readChanges } from './read-changes';

/** Answers that are held at once; the followers beyond are answered at once, and come back. */
const mostHeld = 100;

/** Milliseconds between two looks at the log when nothing rings. */
const longestDeafness = 1_000;

/** Answers those who follow the log, holding each answer until there is something to say. */
export class ChangeFeed {
  readonly #strapi: Core.Strapi;
  readonly #signal: ChangeSignal;
  readonly #closing = new AbortController();
  /** One for each answer being made, aborted when it was sent or nobody waits for it any more. */
  readonly #answers = new Set<AbortSignal>();

  constructor(strapi: Core.Strapi, signal: ChangeSignal) {
    this.#strapi = strapi;
    this.#signal = signal;
  }

  /**
   * What changed since `query.since`: at once when something did, else when something does or after `query.wait` seconds.
   * @param over aborted when the answer was sent or nobody waits for it any more
   */
  async find({ since, wait }: ChangesQuery, over: AbortSignal): Promise<Changes> {
    const deadline = Date.now() + (this.#answers.size < mostHeld ? wait * 1000 : 0);
    this.#answers.add(over);
    over.addEventListener('abort', () => this.#answers.delete(over), { once: true });
    const ended = AbortSignal.any([over, this.#closing.signal]);
    for (;;) {
      const { rings } = this.#signal;
      const changes = await readChanges(this.#strapi, since);
      const left = deadline - Date.now();
      const isNews = since === undefined || changes.reset === true || changes.tags.length > 0;
      if (isNews || left <= 0 || ended.aborted) return changes;
      await this.#signal.wait(rings, Math.min(left, longestDeafness), ended);
    }
  }

  /** Holds nothing more, and waits until what was held is sent. */
  async close(): Promise<void> {
    this.#closing.abort();
    const sent = [...this.#answers].map((over) => once(over, 'abort'));
    await Promise.race([Promise.all(sent), delay(1_000, undefined, { ref: false })]);
  }
}
