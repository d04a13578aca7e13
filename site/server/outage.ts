import { LRUCache } from 'lru-cache';

/** Milliseconds before a page that failed is tried again: doubled at each failure in a row, up to the longest. */
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 30_000;

/** Pages that fail in a row, each for want of the CMS, before it is taken to be down for all. One broken page must not shut the others out. */
const PAGES_BEFORE_OUTAGE = 3;

interface Failing {
  failures: number;
  /** Milliseconds since 1970. */
  retryAt: number;
}

/**
 * Spares a CMS in trouble: says how long a page must wait before it is rendered again.
 * Once the wait is over one request is let through, and the next ones wait for what becomes of it.
 */
export class Outage {
  readonly #pages = new LRUCache<string, Failing>({ max: 5_000 });
  readonly #failedInARow = new Set<string>();
  readonly #onEnd: () => void;
  #everyPage: Failing | undefined;

  /** @param onEnd Called when a page succeeds after others failed for want of the CMS. */
  constructor(onEnd: () => void = () => undefined) {
    this.#onEnd = onEnd;
  }

  /** Milliseconds to wait before `key` may be rendered; 0 lets the caller go, and only that caller. */
  holdsFor(key: string): number {
    const now = Date.now();
    const page = this.#pages.get(key);
    const wait = Math.max((this.#everyPage?.retryAt ?? 0) - now, (page?.retryAt ?? 0) - now);
    if (wait > 0) return wait;
    if (this.#everyPage) holdOthers(this.#everyPage, now);
    if (page) holdOthers(page, now);
    return 0;
  }

  /** @param isCms whether the CMS was at fault, rather than the page. */
  noteFailure(key: string, isCms: boolean): void {
    this.#pages.set(key, afterFailure(this.#pages.get(key)));
    if (!isCms) return;
    this.#failedInARow.add(key);
    if (this.#failedInARow.size >= PAGES_BEFORE_OUTAGE) this.#everyPage = afterFailure(this.#everyPage);
  }

  noteSuccess(key: string): void {
    this.#pages.delete(key);
    if (this.#failedInARow.size === 0) return;
    this.#failedInARow.clear();
    this.#everyPage = undefined;
    this.#onEnd();
  }

  /** The CMS is known to be back: nothing waits any longer. */
  end(): void {
    this.#pages.clear();
    this.#failedInARow.clear();
    this.#everyPage = undefined;
  }
}

function afterFailure(before: Failing | undefined): Failing {
  const failures = (before?.failures ?? 0) + 1;
  return { failures, retryAt: Date.now() + delayAfter(failures) };
}

function holdOthers(failing: Failing, now: number): void {
  failing.retryAt = now + delayAfter(failing.failures);
}

function delayAfter(failures: number): number {
  return Math.min(FIRST_DELAY * 2 ** (failures - 1), LONGEST_DELAY);
}
