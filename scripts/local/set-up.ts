import { hashFirstContent } from './build.ts';
import { runToEnd } from './process.ts';
import { migrateProgram, type Place } from './programs.ts';
import type { Account } from './secrets.ts';
import { readSetUpMark, writeSetUpMark } from './set-up-mark.ts';
import type { Say } from './progress.ts';

/**
 * Brings a database to what this build expects: schema, languages, roles, first content, accounts.
 * What editors wrote stays: what is loaded once is never loaded again.
 *
 * @returns whether there was anything to do since the last time
 */
export async function setUpUnlessDone(
  place: Place,
  accounts: Account[],
  say: Say,
  signal?: AbortSignal,
): Promise<boolean> {
  const hash = hashFirstContent();
  if ((await readSetUpMark(place.databaseUrl)) === hash) return false;
  await setUp(place, accounts, say, signal);
  return true;
}

/** Does the same whether or not anything changed. */
export async function setUp(place: Place, accounts: Account[], say: Say, signal?: AbortSignal): Promise<void> {
  await runToEnd(migrateProgram(place, accounts), say, signal);
  await writeSetUpMark(place.databaseUrl, hashFirstContent());
}
