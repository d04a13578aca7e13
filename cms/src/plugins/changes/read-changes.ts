import type { Core } from '@strapi/strapi';
import type { Changes } from './contract';

/** Beyond this many tags, saying that anything may have changed costs everyone less. */
const mostTags = 10_000;

/**
 * What changed since a cursor, in one query.
 *
 * A cursor is the snapshot of the answer that gave it: which transactions had been committed, and which were still open
 * (https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT). What is new is what is visible now and
 * was not visible then, in whatever order the transactions began, wrote and ended: nothing is skipped, told twice or waited for.
 *
 * A snapshot means something only in the log that it was taken of. The cursor therefore names its log: the cluster, its
 * timeline (which a failover or a recovery to a point in time changes), the database and the table (which a dump restored
 * makes anew), and an epoch (see prepareLog).
 */
export async function readChanges(strapi: Core.Strapi, since?: string): Promise<Changes> {
  const [log, snapshot] = parseCursor(since);
  if (log && snapshot) {
    const changes = await compare(strapi, log, snapshot).catch(ignoreMalformed);
    if (changes && changes.tags.length <= mostTags)
      return { ...changes, cursor: changes.tags.length > 0 ? changes.cursor : since! };
  }
  const cursor = await findCursor(strapi);
  return { cursor, tags: [], ...(since !== undefined && { reset: true }) };
}

/** `parseCursor('5f0c….980:984:980,982')` // => ['5f0c…', '980:984:980,982'] */
function parseCursor(cursor = ''): string[] {
  return /^([0-9a-f]{32})\.(\d+:\d+:[\d,]*)$/.exec(cursor)?.slice(1) ?? [];
}

const present = `
  SELECT
    md5(concat_ws('/', epoch, system_identifier, timeline_id, pg_database.oid, 'changes.log'::regclass::oid)) AS log,
    pg_current_snapshot() AS snapshot,
    pruned_below
  FROM changes.state, pg_control_system(), pg_control_checkpoint(), pg_database
  WHERE datname = current_database()`;

async function findCursor(strapi: Core.Strapi): Promise<string> {
  const { rows } = await strapi.db.connection.raw(
    `SELECT log || '.' || snapshot AS cursor FROM (${present}) AS present`,
  );
  return (rows as { cursor: string }[])[0]!.cursor;
}

/** What changed since a snapshot of this log, undefined when the log does not go back that far or is another one. */
async function compare(strapi: Core.Strapi, log: string, snapshot: string): Promise<Changes | undefined> {
  const { rows } = await strapi.db.connection.raw(
    `WITH present AS (${present}), given AS (SELECT ?::pg_snapshot AS snapshot)
    SELECT present.log || '.' || present.snapshot AS cursor, ARRAY(
      SELECT DISTINCT tag FROM changes.log
      WHERE txid >= pg_snapshot_xmin(given.snapshot) AND NOT pg_visible_in_snapshot(txid, given.snapshot)
      LIMIT ?
    ) AS tags
    FROM present, given
    WHERE present.log = ?
      AND pg_snapshot_xmin(given.snapshot) >= pruned_below
      AND pg_snapshot_xmax(given.snapshot) <= pg_snapshot_xmax(present.snapshot)`,
    [snapshot, mostTags + 1, log],
  );
  return (rows as Changes[])[0];
}

/** A cursor that has the form of a snapshot and is none: PostgreSQL says so by an error of class 22. */
function ignoreMalformed(error: unknown): undefined {
  if (!String((error as { code?: unknown }).code).startsWith('22')) throw error;
}
