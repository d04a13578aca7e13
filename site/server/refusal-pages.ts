import { LRUCache } from 'lru-cache';
import type { PageRenderer, Rendered } from './render-page.ts';

/** Milliseconds. Its words and its menu may change. */
const LIFETIME = 60_000;

/** The page that says that too many forms were sent, rendered once for each language: turning away must cost next to nothing. */
export class RefusalPages {
  readonly #pages: LRUCache<string, Promise<Rendered>>;

  constructor(renderer: PageRenderer) {
    this.#pages = new LRUCache({
      max: 20,
      ttl: LIFETIME,
      memoMethod: (path) => renderer.renderFailure({ status: 429, path, retryAfter: 1 }),
    });
  }

  /** @param retryAfter seconds after which it is worth coming back */
  async find(path: string, retryAfter: number): Promise<Rendered> {
    const page = await this.#pages.memo(languageOf(path));
    return { ...page, headers: { ...page.headers, 'retry-after': String(retryAfter) } };
  }
}

/** The part of a path that may name a language. Others share the page of the default one. */
function languageOf(path: string): string {
  const [language] = /^\/[a-z]{2,3}(?=\/)/.exec(path) ?? [];
  return language ?? '/';
}
