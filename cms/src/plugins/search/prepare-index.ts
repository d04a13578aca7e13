import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { foldWords } from '../../lib/fold-words';
import { prepareOnce } from '../../lib/prepare-once';
import { describeContent } from './describe-content';
import { indexSchema } from './index-schema';
import { searchedTypes, tagOf } from './searched-types';

interface Source {
  readonly tag: string;
  readonly content: string;
}

/**
 * Creates the index of the search and fills it, in one transaction, when it is missing, made by another version, or when the log of
 * changes had to be repaired and may have missed some. Safe at each start and by several processes at once: the second finds it done.
 *
 * The index is a table that a trigger of the change log keeps true: what purges a page is what renews its words, in the transaction
 * of the change itself, whatever the way in. Everything in it can be made again from the content.
 */
export async function prepareIndex(strapi: Core.Strapi): Promise<void> {
  const sources = searchedTypes().map((searched) => ({
    tag: tagOf(searched),
    content: describeContent(strapi, searched),
  }));
  const version = createHash('sha256')
    .update(JSON.stringify([indexSchema, sources]))
    .digest('hex');
  if (await isCurrent(strapi.db.connection, version)) return;
  await prepareOnce(strapi, async (transaction) => {
    // Writers wait here, before they hold anything that we need: none is missed between the filling and the trigger.
    await transaction.raw('LOCK TABLE changes.log IN ACCESS EXCLUSIVE MODE');
    if (await isCurrent(transaction, version)) return;
    await transaction.raw(`${foldWords} DROP SCHEMA IF EXISTS search CASCADE; ${indexSchema}`);
    await fill(transaction, sources);
    await transaction.raw('INSERT INTO search.state (version, epoch) SELECT ?, epoch FROM changes.state', [version]);
  });
}

type Database = Pick<Core.Strapi['db']['connection'], 'raw'>;

async function isCurrent(database: Database, version: string): Promise<boolean> {
  const { rows: schemas } = (await database.raw(
    `SELECT FROM pg_tables WHERE schemaname = 'search' AND tablename = 'state'`,
  )) as {
    rows: unknown[];
  };
  if (schemas.length === 0) return false;
  const { rows } = (await database.raw('SELECT FROM search.state JOIN changes.state USING (epoch) WHERE version = ?', [
    version,
  ])) as { rows: unknown[] };
  return rows.length > 0;
}

async function fill(transaction: Database, sources: readonly Source[]): Promise<void> {
  for (const { tag, content } of sources) {
    await transaction.raw('INSERT INTO search.sources (tag, content) VALUES (?, ?)', [tag, content]);
    await transaction.raw('SELECT search.read(?, NULL)', [tag]);
  }
  await transaction.raw('SELECT search.count_words(NULL, 1)');
}
