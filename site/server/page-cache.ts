import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { isMissing, sharingOf } from './freshness.ts';
import { Outage } from './outage.ts';
import { isTyped } from './page-key.ts';
import type { PageRenderer, Rendered } from './render-page.ts';
import { isPurged, markPurged, storePage, type StoredPage, type StoringOptions } from './stored-page.ts';

/** What becomes of a request that memory alone could not answer. */
export type Outcome =
  /** A page that any reader may have. It is outdated when the CMS did not give a newer one in time. */
  | { kind: 'page'; page: StoredPage }
  /** Not a page to share: the reader needs a rendering of its own. */
  | { kind: 'unshared' }
  /** No page, and none from before: the error page to send. */
  | { kind: 'failed'; rendered: Rendered };

export interface PageCacheOptions extends StoringOptions {
  /** Bytes of pages kept in memory; the ones not read for longest go first. */
  maxBytes: number;
  /** Milliseconds that a reader waits for a newer page when an older one is at hand. */
  patience: number;
  /** Told of each page kept and each page let go, so that the disk can follow. */
  onKept?: (page: StoredPage) => void;
  onDropped?: (key: string) => void;
}

/** A rendering under way. It hears of the purges that happen meanwhile. */
interface Rendering {
  outcome: Promise<Outcome>;
  /** Resolves when a reader who could have an older page should stop waiting. */
  patience: Promise<void>;
  purged: Set<string>;
  isAllPurged: boolean;
}

const UNSHARED: Outcome = { kind: 'unshared' };

/** Purges may come faster than a page renders. Past this many attempts the page is given as it is, and not kept as fresh. */
const MAX_ATTEMPTS = 3;

/** Pages rendered at the same moment. More would only wait for each other: one process renders, and the CMS has its own readers. */
const MOST_AT_ONCE = 8;

/** A tenth of the store is the most that one page may take. */
const LARGEST_SHARE = 10;

/**
 * The pages that readers share. `find` answers from memory; `obtain` renders, once for all who ask at the same moment.
 *
 * After a purge a reader gets the new page or, only if the CMS does not answer in time, the old one.
 * A page that fails to render leaves the old one in place. Missing pages and those named by what a reader typed are kept apart,
 * a few at a time and until the next purge, so that a flood of addresses that anyone can make up cannot push real pages out.
 */
export class PageCache {
  readonly #renderer: PageRenderer;
  readonly #options: PageCacheOptions;
  readonly #outage: Outage;
  readonly #pages: LRUCache<string, StoredPage>;
  readonly #pagesByTag = new Map<string, Set<StoredPage>>();
  readonly #apart = new LRUCache<string, StoredPage>({ max: 500 });
  readonly #unshared = new LRUCache<string, true>({ max: 2_000, ttl: 60_000 });
  readonly #renderings = new Map<string, Rendering>();
  readonly #turns = pLimit(MOST_AT_ONCE);

  constructor(renderer: PageRenderer, outage: Outage, options: PageCacheOptions) {
    this.#renderer = renderer;
    this.#outage = outage;
    this.#options = options;
    this.#pages = new LRUCache({
      maxSize: options.maxBytes,
      maxEntrySize: Math.floor(options.maxBytes / LARGEST_SHARE),
      sizeCalculation: (page) => page.size,
      dispose: (page, key, reason) => {
        this.#unindex(page);
        if (reason !== 'set') options.onDropped?.(key);
      },
    });
  }

  /**
   * The page to send at once, if there is one. One past its time is sent too, within the window it allows, and rendered again behind.
   *
   * @param key A `pageKey`, or the raw target of a request, which is most often the same.
   */
  find(key: string, now: number): StoredPage | undefined {
    const page = this.#pages.get(key) ?? this.#apart.get(key);
    if (page === undefined) return undefined;
    if (now < page.freshUntil) return page;
    if (now >= page.usableUntil) return undefined;
    if (!this.#renderings.has(key) && this.#outage.holdsFor(key) === 0) this.#render(key);
    return page;
  }

  /** The page, rendered now unless the CMS is known to be in trouble, or an older one if rendering fails or takes too long. */
  async obtain(key: string): Promise<Outcome> {
    if (this.#unshared.has(key)) return UNSHARED;
    const kept = this.#pages.get(key);
    let rendering = this.#renderings.get(key);
    if (rendering === undefined) {
      const wait = this.#outage.holdsFor(key);
      if (wait > 0) return kept ? { kind: 'page', page: kept } : this.#unavailable(key, wait);
      rendering = this.#render(key);
    }
    if (kept === undefined) return rendering.outcome;
    const outcome = await Promise.race([rendering.outcome, rendering.patience]);
    return outcome === undefined || outcome.kind === 'failed' ? { kind: 'page', page: kept } : outcome;
  }

  /** Outdates the pages that bear one of the tags, and the renderings under way that turn out to. */
  purge(tags: readonly string[]): StoredPage[] {
    const pages = new Set(tags.flatMap((tag) => [...(this.#pagesByTag.get(tag) ?? [])]));
    for (const page of pages) markPurged(page);
    for (const rendering of this.#renderings.values()) for (const tag of tags) rendering.purged.add(tag);
    if (tags.length > 0) this.#apart.clear();
    return [...pages];
  }

  /** Outdates everything. */
  purgeAll(): 'all' {
    for (const page of this.#pages.values()) markPurged(page);
    for (const rendering of this.#renderings.values()) rendering.isAllPurged = true;
    this.#apart.clear();
    return 'all';
  }

  /** The pages that a purge outdated and that were not rendered again since, the ones read last first. */
  outdatedKeys(): string[] {
    return [...this.#pages.values()].filter(isPurged).map(({ key }) => key);
  }

  /** Lets go of a page, unless it was rendered since a purge outdated it. */
  letGoOutdated(key: string): void {
    const page = this.#pages.peek(key);
    if (page && isPurged(page)) this.#pages.delete(key);
  }

  /** Takes back a page from disk. */
  restore(page: StoredPage): void {
    this.#index(page);
    this.#pages.set(page.key, page);
  }

  /** Whether a page can be served without a question. Asking does not count as reading it. */
  isFresh(key: string): boolean {
    const page = this.#pages.peek(key) ?? this.#apart.peek(key);
    return page !== undefined && Date.now() < page.freshUntil;
  }

  /** Whether one more page would not push another out. */
  hasRoom(): boolean {
    return this.#pages.calculatedSize < this.#options.maxBytes * (1 - 1 / LARGEST_SHARE);
  }

  #render(key: string): Rendering {
    const rendering: Rendering = {
      outcome: Promise.resolve(UNSHARED),
      patience: delay(this.#options.patience, undefined, { ref: false }),
      purged: new Set(),
      isAllPurged: false,
    };
    this.#renderings.set(key, rendering);
    rendering.outcome = this.#renderUntilCurrent(key, rendering).finally(() => this.#renderings.delete(key));
    return rendering;
  }

  /** Renders again what a purge overtook, so that whoever asked after the purge gets what came after it. */
  async #renderUntilCurrent(key: string, rendering: Rendering): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      rendering.purged.clear();
      rendering.isAllPurged = false;
      const rendered = await this.#renderInTurn(key);
      if (typeof rendered === 'number') return this.#unavailable(key, rendered);
      if (rendered.status >= 500) return this.#noteFailure(key, rendered);
      this.#outage.noteSuccess(key);
      const sharing = sharingOf(rendered);
      const page = sharing && (await storePage(key, rendered, sharing, this.#options));
      if (page === undefined || page.size > this.#pages.maxEntrySize) return this.#letGo(key);
      const isCurrent = !isOvertaken(page, rendering);
      if (!isCurrent && attempt < MAX_ATTEMPTS) continue;
      if (!isCurrent) markPurged(page);
      this.#keep(page);
      return { kind: 'page', page };
    }
  }

  /** Waits until few enough pages are being rendered. @returns milliseconds to wait when the CMS fell into trouble meanwhile. */
  async #renderInTurn(key: string): Promise<Rendered | number> {
    const mustWait = this.#turns.activeCount >= MOST_AT_ONCE;
    return this.#turns(async () => {
      const wait = mustWait ? this.#outage.holdsFor(key) : 0;
      return wait > 0 ? wait : this.#renderer.renderShared(key);
    });
  }

  #keep(page: StoredPage): void {
    if (isMissing(page.status) || isTyped(page.key)) {
      this.#pages.delete(page.key);
      this.#apart.set(page.key, page);
    } else {
      this.restore(page);
      this.#options.onKept?.(page);
    }
  }

  #letGo(key: string): Outcome {
    this.#pages.delete(key);
    this.#unshared.set(key, true);
    return UNSHARED;
  }

  #noteFailure(key: string, rendered: Rendered): Outcome {
    const isCms = rendered.status === 503;
    // A page that is broken by itself and has no older version says so each time: 500, not 503.
    if (isCms || this.#pages.has(key)) this.#outage.noteFailure(key, isCms);
    return { kind: 'failed', rendered };
  }

  async #unavailable(key: string, wait: number): Promise<Outcome> {
    const failure = { status: 503, path: key, retryAfter: Math.ceil(wait / 1000) };
    return { kind: 'failed', rendered: await this.#renderer.renderFailure(failure) };
  }

  #index(page: StoredPage): void {
    for (const tag of page.tags) {
      const pages = this.#pagesByTag.get(tag);
      if (pages) pages.add(page);
      else this.#pagesByTag.set(tag, new Set([page]));
    }
  }

  #unindex(page: StoredPage): void {
    for (const tag of page.tags) {
      const pages = this.#pagesByTag.get(tag);
      pages?.delete(page);
      if (pages?.size === 0) this.#pagesByTag.delete(tag);
    }
  }
}

/** Any purge may be the publication of a page that was missing, whose tags nobody knew. */
function isOvertaken(page: StoredPage, { purged, isAllPurged }: Rendering): boolean {
  if (isAllPurged) return true;
  return isMissing(page.status) ? purged.size > 0 : page.tags.some((tag) => purged.has(tag));
}
