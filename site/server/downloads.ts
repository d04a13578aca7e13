import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDataFileAt } from '../src/features/open-data/data-files.ts';
import { sharingOf } from './freshness.ts';
import { pageKey } from './page-key.ts';
import { anonymousRequest, type AstroHandler } from './render-page.ts';
import { DownloadResponse, type WrittenDownload } from './write-download.ts';

/** A file that readers share, and what makes it outdated. */
export interface Download extends WrittenDownload {
  /** Where it is as it is; the same compressed is at `path.gz`. */
  readonly path: string;
  readonly tags: readonly string[];
  /** Milliseconds since 1970 until which it is served although outdated: the CMS rests as long as it took to write. */
  readonly restsUntil: number;
  isOutdated: boolean;
}

/** A file being written. It hears of the purges that happen meanwhile. */
interface Writing {
  file: Promise<Download | undefined>;
  purged: Set<string>;
  isAllPurged: boolean;
}

/** Milliseconds given to a file: twenty thousand resources take some seconds. */
const DEADLINE = 120_000;

/** Milliseconds that a reader waits for a newer file when an older one is at hand. */
const PATIENCE = 2_000;

/** Milliseconds after which nobody can be about to open a file that was replaced. */
const SOON = 10_000;

/** The file cannot be written now, and none from before is there. */
export class DownloadUnavailable extends Error {}

/**
 * The open data as files on disk: they may be far larger than pages, whose store they would empty.
 * Each is written once for all who ask, one at a time, from parts that are never whole in memory; it is written again when it is
 * asked for after something in it changed. Like a page, it outlives a CMS that is away. They last as long as the process.
 */
export class Downloads {
  readonly #astro: AstroHandler;
  readonly #siteUrl: string;
  readonly #folder: string;
  readonly #files = new Map<string, Download>();
  readonly #writings = new Map<string, Writing>();
  #line: Promise<unknown> = Promise.resolve();
  #count = 0;

  private constructor(astro: AstroHandler, siteUrl: string, folder: string) {
    this.#astro = astro;
    this.#siteUrl = siteUrl;
    this.#folder = folder;
  }

  /** @returns undefined where no disk can be written to: the files are then rendered as pages are. */
  static open(astro: AstroHandler, siteUrl: string): Downloads | undefined {
    try {
      return new Downloads(astro, siteUrl, mkdtempSync(join(tmpdir(), 's-tetic-downloads-')));
    } catch (error) {
      console.warn(
        `Open data is not kept on disk (${(error as Error).message}): each download asks the CMS for all of it.`,
      );
      return undefined;
    }
  }

  /** The key of the file that an address leads to; its parameters play no part. */
  keyOf(target: string): string | undefined {
    if (!target.includes('/donnees-ouvertes/')) return undefined;
    const path = pageKey(target)?.split('?', 1)[0];
    return path !== undefined && isDataFileAt(path) ? path : undefined;
  }

  /**
   * The file as it now is, or as it was when the CMS does not give a newer one in time.
   *
   * @returns undefined when there is no such file, in a language that the site does not have
   * @throws {DownloadUnavailable}
   */
  async obtain(key: string): Promise<Download | undefined> {
    const file = this.#files.get(key);
    if (file && (!file.isOutdated || Date.now() < file.restsUntil)) return file;
    const written = (this.#writings.get(key) ?? this.#write(key)).file;
    if (!file) return written;
    const older = () => file;
    return Promise.race([written.catch(older), delay(PATIENCE, undefined, { ref: false }).then(older)]);
  }

  /** Outdates the files that bear one of the tags, and those being written that turn out to. */
  purge(tags: readonly string[]): void {
    const purged = new Set(tags);
    for (const file of this.#files.values()) file.isOutdated ||= file.tags.some((tag) => purged.has(tag));
    for (const writing of this.#writings.values()) for (const tag of tags) writing.purged.add(tag);
  }

  purgeAll(): void {
    for (const file of this.#files.values()) file.isOutdated = true;
    for (const writing of this.#writings.values()) writing.isAllPurged = true;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(key: string): Writing {
    const writing: Writing = { file: Promise.resolve(undefined), purged: new Set(), isAllPurged: false };
    this.#writings.set(key, writing);
    writing.file = this.#line.then(() => this.#writeNow(key, writing)).finally(() => this.#writings.delete(key));
    this.#line = writing.file.catch(() => undefined);
    return writing;
  }

  async #writeNow(key: string, writing: Writing): Promise<Download | undefined> {
    const path = join(this.#folder, String(++this.#count));
    let file: Download | undefined;
    try {
      file = await this.#writeAt(path, key, writing);
      this.#replace(key, file);
      return file;
    } finally {
      if (!file) await removeFile(path);
    }
  }

  async #writeAt(path: string, key: string, writing: Writing): Promise<Download | undefined> {
    writing.purged.clear();
    writing.isAllPurged = false;
    const startedAt = Date.now();
    const written = await this.#render(key, path);
    if (written.status >= 500) throw new DownloadUnavailable(`${key} answered ${written.status}`);
    const sharing = sharingOf(written);
    if (written.status !== 200 || !sharing) return undefined;
    const { tags } = sharing;
    const isOutdated = writing.isAllPurged || tags.some((tag) => writing.purged.has(tag));
    const now = Date.now();
    return { ...written, path, tags, isOutdated, restsUntil: now + (now - startedAt) };
  }

  async #render(key: string, path: string): Promise<WrittenDownload> {
    const request = anonymousRequest(this.#siteUrl, key);
    const response = new DownloadResponse(request, path);
    const timer = setTimeout(() => {
      response.destroy(new Error(`${key} was not written in ${DEADLINE} ms`));
      request.socket.destroy();
    }, DEADLINE);
    this.#astro(request, response, undefined, {}).catch((error: unknown) => response.destroy(error as Error));
    try {
      return await response.written;
    } catch (cause) {
      throw new DownloadUnavailable(`${key} was cut short`, { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  #replace(key: string, file: Download | undefined): void {
    const older = this.#files.get(key);
    if (file) this.#files.set(key, file);
    else this.#files.delete(key);
    if (older) setTimeout(() => void removeFile(older.path), SOON).unref();
  }
}

async function removeFile(path: string): Promise<void> {
  await Promise.all([rm(path, { force: true }), rm(`${path}.gz`, { force: true })]);
}
