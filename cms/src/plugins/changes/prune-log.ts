import type { Core } from '@strapi/strapi';

/** How far back the log goes at most: a site that was away longer starts afresh. */
const kept = { days: 7, rows: 100_000 };

/**
 * Forgets the oldest changes. In one statement, so that a reader sees either the rows or that they are gone;
 * never past a transaction that is still open, so that a cursor given from now on is never too old by this.
 */
export async function pruneLog(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw(
    `WITH oldest_kept AS (
      SELECT LEAST(txid, pg_snapshot_xmin(pg_current_snapshot())) AS txid FROM (
        (SELECT txid FROM changes.log WHERE at < now() - make_interval(days => ?) ORDER BY txid DESC LIMIT 1)
        UNION ALL
        (SELECT txid FROM changes.log ORDER BY txid DESC OFFSET ? LIMIT 1)
      ) AS bounds ORDER BY txid DESC LIMIT 1
    ), pruned AS (
      UPDATE changes.state SET pruned_below = oldest_kept.txid FROM oldest_kept WHERE pruned_below < oldest_kept.txid
      RETURNING pruned_below
    )
    DELETE FROM changes.log USING pruned WHERE log.txid < pruned.pruned_below`,
    [kept.days, kept.rows],
  );
}
