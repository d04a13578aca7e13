import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { findSources, type Source } from './sources';

type Transaction = Pick<Core.Strapi['db']['connection'], 'raw'>;

/**
 * Creates the log of changes and what writes it: triggers on every table that public answers are made of.
 * A trigger is in the transaction of what it announces and sees every way in: the panel, code, raw SQL.
 * Safe to run at each start and by several processes at once. When something had to be created, changes may have gone
 * unannounced before: everyone who follows the log is told to start afresh.
 */
export async function prepareLog(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.transaction(async (transaction) => {
    await transaction.raw(`SELECT pg_advisory_xact_lock(hashtext('s-tetic changes'))`);
    await transaction.raw(log);
    const wanted = new Map(
      findSources(strapi)
        .flatMap(describeTriggers)
        .map((trigger) => [trigger.id, trigger]),
    );
    const present = await findTriggers(transaction);
    const missing = [...wanted.values()].filter(({ id }) => !present.has(id));
    for (const { create } of missing) await transaction.raw(create);
    for (const [id, { table, name }] of present) {
      if (!wanted.has(id)) await transaction.raw(`DROP TRIGGER ${name} ON ${table}`);
    }
    if (missing.length > 0) await transaction.raw('UPDATE changes.state SET epoch = gen_random_uuid()');
  });
}

/**
 * One row for each tag that a transaction made untrue. There is no sequence number: numbers are given before the commit,
 * so that a row may appear after others with greater numbers were read. Readers compare snapshots instead: see readChanges.
 */
const log = `
  CREATE SCHEMA IF NOT EXISTS changes;

  CREATE TABLE IF NOT EXISTS changes.log (
    txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    tag text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (txid, tag)
  );

  CREATE TABLE IF NOT EXISTS changes.state (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    pruned_below xid8 NOT NULL DEFAULT '0'
  );
  INSERT INTO changes.state DEFAULT VALUES ON CONFLICT DO NOTHING;

  -- TG_ARGV[0] is a query for the tags of the rows of "changed": the transition table, or all rows about to be truncated.
  -- Whoever may write the table announces it, with no right to the log and whatever their search path.
  CREATE OR REPLACE FUNCTION changes.announce() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    source text := CASE TG_OP WHEN 'TRUNCATE' THEN format('WITH changed AS (TABLE %s) ', TG_RELID::regclass) ELSE '' END;
    count bigint;
  BEGIN
    EXECUTE format('INSERT INTO changes.log (tag) SELECT DISTINCT tag FROM (%s%s) AS announced (tag) ON CONFLICT DO NOTHING', source, TG_ARGV[0]);
    GET DIAGNOSTICS count = ROW_COUNT;
    IF count > 0 THEN
      PERFORM pg_notify('changes', '');
    END IF;
    RETURN NULL;
  END $$;
`;

const events = {
  insert: 'AFTER INSERT ON %s REFERENCING NEW TABLE AS changed',
  delete: 'AFTER DELETE ON %s REFERENCING OLD TABLE AS changed',
  update_from: 'AFTER UPDATE ON %s REFERENCING OLD TABLE AS changed',
  update_to: 'AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed',
  truncate: 'BEFORE TRUNCATE ON %s',
} as const;

interface Trigger {
  /** Its table and its name, which changes with what it does. */
  readonly id: string;
  readonly create: string;
}

function describeTriggers({ table, tags }: Source): Trigger[] {
  const version = createHash('sha256').update(tags).digest('hex').slice(0, 12);
  return Object.entries(events).map(([event, clause]) => {
    const name = `changes_${event}_${version}`;
    const query = tags.replaceAll(`'`, `''`);
    return {
      id: `${table} ${name}`,
      create: `CREATE OR REPLACE TRIGGER ${name} ${clause.replace('%s', table)} FOR EACH STATEMENT EXECUTE FUNCTION changes.announce('${query}')`,
    };
  });
}

/** The triggers that announce, by id. One that someone disabled does not count. */
async function findTriggers(transaction: Transaction): Promise<Map<string, { table: string; name: string }>> {
  const { rows }: { rows: { table: string; name: string }[] } = await transaction.raw(`
    SELECT tgrelid::regclass AS "table", tgname AS name FROM pg_trigger
    WHERE tgfoid = 'changes.announce'::regproc AND tgenabled <> 'D'`);
  return new Map(rows.map((trigger) => [`${trigger.table} ${trigger.name}`, trigger]));
}
