import { networkOf } from '@s-tetic/config/network-of';
import { LRUCache } from 'lru-cache';

/** Milliseconds in which the forms of a network are counted. */
const MINUTE = 60_000;

/**
 * Stands before the forms and remembers, in this process, who sends far more of them than will be received: a burst is turned
 * away before a page is rendered or the CMS is asked, so that it takes nothing from anybody else. How much one may send is for
 * the CMS to say, which counts for all processes and says it with every word that was typed; here it is only what no person does.
 */
export class FormGate {
  readonly #minutes = new LRUCache<string, { count: number; until: number }>({ max: 50_000 });
  readonly #atMost: number;

  /** @param perHour forms that the CMS receives from one network in an hour (`FORMS_PER_HOUR`) */
  constructor(perHour: number) {
    // Twice: some of them come back to be corrected.
    this.#atMost = perHour * 2;
  }

  /** Counts one more form of a visitor. @returns seconds to wait, when that is too many in this minute */
  holds(address: string): number | undefined {
    const minute = this.#minuteOf(networkOf(address), Date.now());
    minute.count += 1;
    return minute.count > this.#atMost ? Math.ceil((minute.until - Date.now()) / 1000) : undefined;
  }

  #minuteOf(network: string, now: number): { count: number; until: number } {
    const current = this.#minutes.get(network);
    if (current && current.until > now) return current;
    const next = { count: 0, until: now + MINUTE };
    this.#minutes.set(network, next);
    return next;
  }
}
