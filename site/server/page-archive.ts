import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recordOf, restorePage, type KeptBody, type StoredPage, type StoringOptions } from './stored-page.ts';

/** Milliseconds that a page may wait to be written, so that a burst is one write. */
const WRITE_DELAY = 250;

/** Site processes that may share one folder. Each holds a file of its own. */
const MAX_PROCESSES = 16;

/** `build` is that of the pages kept; `cursor` is how far the change feed was followed for them. */
const SCHEMA = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS kept_page (
    key TEXT PRIMARY KEY,
    about TEXT NOT NULL,
    fresh_until INTEGER NOT NULL,
    usable_until INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

interface PageRow {
  key: string;
  about: string;
  fresh_until: number;
  usable_until: number;
  encoding: KeptBody['encoding'];
  bytes: Uint8Array;
}

/**
 * The pages in memory, kept on disk with the cursor of the change feed, so that a restart finds them.
 *
 * A purge and the cursor that follows it are one transaction, which also holds every page kept before it:
 * whenever the process dies, either the purge is on disk or the feed will tell of it again.
 */
export class PageArchive {
  readonly #database: DatabaseSync;
  readonly #waiting = new Map<string, StoredPage | undefined>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * @param build Pages of another build are dropped: they name style sheets that are gone.
   * @returns undefined when the disk will not do. The site then works from memory alone.
   */
  static open(folder: string, build: string): PageArchive | undefined {
    try {
      mkdirSync(folder, { recursive: true });
      const archive = new PageArchive(openFreeFile(folder));
      if (archive.#state('build') !== build) archive.#startAgain(build);
      return archive;
    } catch (error) {
      console.warn(`Pages are not kept in ${folder}: ${(error as Error).message}. A restart will render them again.`);
      return undefined;
    }
  }

  /** How far the change feed had been followed. */
  get cursor(): string | undefined {
    return this.#state('cursor');
  }

  *pages(options: StoringOptions): Generator<StoredPage> {
    for (const row of this.#database.prepare('SELECT * FROM kept_page ORDER BY rowid').iterate()) {
      yield pageFrom(row as unknown as PageRow, options);
    }
  }

  keep(page: StoredPage): void {
    this.#writeLater(page.key, page);
  }

  forget(key: string): void {
    this.#writeLater(key, undefined);
  }

  /** @param pages The pages that the purge outdated, or all. */
  recordPurge(pages: readonly StoredPage[] | 'all', cursor: string): void {
    this.#write(() => {
      const outdate = 'UPDATE kept_page SET fresh_until = 0, usable_until = 0';
      if (pages === 'all') this.#database.exec(outdate);
      else for (const { key } of pages) this.#database.prepare(`${outdate} WHERE key = ?`).run(key);
      this.#setState('cursor', cursor);
    });
  }

  /** Writes what waits. */
  flush(): void {
    if (this.#waiting.size > 0) this.#write(() => undefined);
  }

  close(): void {
    this.flush();
    this.#database.close();
  }

  #writeLater(key: string, page: StoredPage | undefined): void {
    // What was being rendered when the site stopped comes too late.
    if (!this.#database.isOpen) return;
    this.#waiting.set(key, page);
    this.#timer ??= setTimeout(() => this.flush(), WRITE_DELAY).unref();
  }

  #write(more: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      this.#database.exec('BEGIN');
      for (const [key, page] of this.#waiting) this.#writePage(key, page);
      more();
      this.#database.exec('COMMIT');
    } catch (error) {
      // Nothing was written, the cursor included: after a restart the feed tells of the purge again.
      console.warn(`Pages could not be written to disk: ${(error as Error).message}.`);
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
    }
    this.#waiting.clear();
  }

  #writePage(key: string, page: StoredPage | undefined): void {
    if (page === undefined) {
      this.#database.prepare('DELETE FROM kept_page WHERE key = ?').run(key);
      return;
    }
    const { kept, freshUntil, usableUntil, key: _, ...about } = recordOf(page);
    const { encoding, bytes, plainLength } = kept;
    this.#database
      .prepare('INSERT OR REPLACE INTO kept_page VALUES (?, ?, ?, ?, ?, ?)')
      .run(key, JSON.stringify({ ...about, plainLength }), freshUntil, usableUntil, encoding, bytes);
  }

  #startAgain(build: string): void {
    this.#database.exec('DELETE FROM kept_page; DELETE FROM state;');
    this.#setState('build', build);
  }

  #state(name: string): string | undefined {
    return this.#database.prepare('SELECT value FROM state WHERE name = ?').get(name)?.['value'] as string | undefined;
  }

  #setState(name: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO state VALUES (?, ?)').run(name, value);
  }
}

/**
 * What tells one build from another: the code that renders the pages, and the address they were rendered for.
 *
 * @param folder `dist/server`.
 */
export function identifyBuild(folder: string, siteUrl: string): string {
  const hash = createHash('sha256').update(siteUrl);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.m?js$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('base64url');
}

function openFreeFile(folder: string): DatabaseSync {
  for (let number = 1; number <= MAX_PROCESSES; number++) {
    const path = join(folder, `pages-${number}.sqlite`);
    try {
      return openFile(path);
    } catch (error) {
      if (isHeldByAnother(error)) continue;
      if (!isDamaged(error)) throw error;
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
      return openFile(path);
    }
  }
  throw new Error(`${MAX_PROCESSES} processes already keep theirs there`);
}

function openFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    database.exec(SCHEMA);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** https://www.sqlite.org/rescode.html */
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

function isHeldByAnother(error: unknown): boolean {
  return resultCode(error) === SQLITE_BUSY;
}

function isDamaged(error: unknown): boolean {
  return [SQLITE_CORRUPT, SQLITE_NOTADB].includes(resultCode(error));
}

/** The low byte: extended codes hold the detail in the next one. */
function resultCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

function pageFrom(row: PageRow, options: StoringOptions): StoredPage {
  const { plainLength, ...about } = JSON.parse(row.about);
  const kept = {
    encoding: row.encoding,
    bytes: Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.length),
    plainLength,
  };
  return restorePage(
    { key: row.key, ...about, freshUntil: row.fresh_until, usableUntil: row.usable_until, kept },
    options,
  );
}
