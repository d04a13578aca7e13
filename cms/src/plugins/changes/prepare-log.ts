import type { Core } from '@strapi/strapi';
import { prepareOnce } from '../../lib/prepare-once';
import { followTables } from '../../lib/table-triggers';
import { findSources } from './sources';

/**
 * Creates the log of changes and what writes it: triggers on every table that public answers are made of.
 * A trigger is in the transaction of what it announces and sees every way in: the panel, code, raw SQL.
 * When something had to be created, changes may have gone unannounced before: everyone who follows the log is told to start afresh.
 */
export async function prepareLog(strapi: Core.Strapi): Promise<void> {
  await prepareOnce(strapi, async (transaction) => {
    await transaction.raw(log);
    const tables = findSources(strapi).map(({ table, tags }) => ({ table, query: tags }));
    const isMended = await followTables(transaction, 'changes.announce', tables);
    if (isMended) await transaction.raw('UPDATE changes.state SET epoch = gen_random_uuid()');
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
