import { setTimeout as delay } from 'node:timers/promises';
import type { PageCache, Outcome } from './page-cache.ts';
import { pageKey } from './page-key.ts';

const SITEMAP = '/sitemap.xml';

/** Milliseconds of calm after a purge before pages are rendered again: several changes often come together. */
const CALM = 300;

/** Milliseconds before trying again when a page could not be rendered. */
const RETRY_DELAY = 5_000;

/** Pages outside the sitemap that a purge may have rendered again. */
const MOST_RENEWED = 500;

/**
 * Renders the pages of the sitemap ahead of the visitors, at start and after each purge, so that the first one does not pay
 * and an outage of the CMS finds everything in place. Then every other page that the purge outdated: what was erased is not
 * shown again at the next outage, what still exists can be.
 *
 * Politely: one page at a time, resting after each as long as it took, so that visitors keep at least half of the machine;
 * and never so many that pages in use would be pushed out.
 */
export class Warmer {
  readonly #cache: PageCache;
  readonly #siteUrl: string;
  readonly #stop = new AbortController();
  #isWalking = false;
  #isAskedAgain = false;

  constructor(cache: PageCache, siteUrl: string) {
    this.#cache = cache;
    this.#siteUrl = siteUrl;
  }

  /** Asks for a walk. Asked during a walk, another one follows. */
  warm(): void {
    this.#isAskedAgain = true;
    if (!this.#isWalking) void this.#walkUntilDone();
  }

  stop(): void {
    this.#stop.abort();
  }

  async #walkUntilDone(): Promise<void> {
    this.#isWalking = true;
    while (this.#isAskedAgain && !this.#stop.signal.aborted) {
      await this.#rest(CALM);
      this.#isAskedAgain = false;
      const isWhole = await this.#walk();
      if (isWhole) continue;
      await this.#rest(RETRY_DELAY);
      this.#isAskedAgain = true;
    }
    this.#isWalking = false;
  }

  /** @returns false when something is left to render, the CMS not answering. */
  async #walk(): Promise<boolean> {
    const isWarm = await this.#warmSitemap();
    const isRenewed = await this.#renewOutdated();
    return isWarm && isRenewed;
  }

  /** @returns false when it had to stop half-way, the CMS not answering. */
  async #warmSitemap(): Promise<boolean> {
    const paths = await this.#readSitemap(SITEMAP);
    if (paths === undefined) return false;
    for (const path of paths) {
      if (this.#stop.signal.aborted || !this.#cache.hasRoom()) return true;
      if (this.#cache.isFresh(path)) continue;
      if (!(await this.#renderPolitely(path))) return false;
    }
    return true;
  }

  /**
   * Renders again the outdated pages that were read last; once they are, those beyond are let go. The least read of them first,
   * so that they stay in that order.
   *
   * @returns false when the CMS did not answer for all of them
   */
  async #renewOutdated(): Promise<boolean> {
    const keys = this.#cache.outdatedKeys();
    let isWhole = true;
    for (const key of keys.slice(0, MOST_RENEWED).reverse()) {
      if (this.#stop.signal.aborted) return true;
      if (this.#cache.isFresh(key)) continue;
      isWhole = (await this.#renderPolitely(key)) && isWhole;
    }
    if (isWhole) for (const key of keys.slice(MOST_RENEWED)) this.#cache.letGoOutdated(key);
    return isWhole;
  }

  /** @returns false when the CMS did not answer. A page that is broken by itself is passed over. */
  async #renderPolitely(path: string): Promise<boolean> {
    const startedAt = Date.now();
    const outcome = await this.#cache.obtain(path);
    await this.#rest(Date.now() - startedAt);
    if (outcome.kind === 'failed') return outcome.rendered.status !== 503;
    return outcome.kind === 'unshared' || this.#cache.isFresh(path);
  }

  /** The paths that a sitemap names, those of the sitemaps it names included. */
  async #readSitemap(path: string): Promise<string[] | undefined> {
    const found = this.#cache.find(path, Date.now());
    const outcome: Outcome = found ? { kind: 'page', page: found } : await this.#cache.obtain(path);
    if (outcome.kind === 'failed') return outcome.rendered.status === 503 ? undefined : [];
    if (outcome.kind === 'unshared') return [];
    const xml = outcome.page.variantOf('identity').body.toString('utf8');
    const paths = locationsIn(xml, this.#siteUrl);
    if (!xml.includes('<sitemapindex')) return paths;
    const sitemaps = await Promise.all(paths.map((sitemap) => this.#readSitemap(sitemap)));
    return sitemaps.includes(undefined) ? undefined : sitemaps.flatMap((list) => list ?? []);
  }

  async #rest(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
  }
}

/** The pages of this site that a sitemap lists, by their keys, each once. */
export function locationsIn(xml: string, siteUrl: string): string[] {
  const locations = [...xml.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)].map(([, location = '']) =>
    location.replaceAll('&amp;', '&'),
  );
  const keys = locations
    .filter((location) => location === siteUrl || location.startsWith(`${siteUrl}/`))
    .map((location) => pageKey(location.slice(siteUrl.length) || '/'))
    .filter((key) => key !== undefined);
  return [...new Set(keys)];
}
