import type { Core } from '@strapi/strapi';
import { foldWords } from '../../lib/fold-words';
import { canonicalLocale } from '../../lib/locales';
import { prepareOnce } from '../../lib/prepare-once';
import { followTables, type FollowedTable } from '../../lib/table-triggers';

/**
 * Creates the directory: one row for each published resource, with its words folded (accents removed by `unaccent`, no capitals)
 * and the combination of steps, zones, kind and languages that it bears, kept true by triggers in the transaction of each change.
 * What Strapi stores is a row in each language and status, with a table of links for each relation: to count 20,000 of those
 * takes ten times as long.
 */
export async function prepareDirectory(strapi: Core.Strapi): Promise<void> {
  await prepareOnce(strapi, async (transaction) => {
    await transaction.raw(directory);
    const isMended = await followTables(transaction, 'directory.follow', followed);
    if (isMended) await transaction.raw('SELECT directory.list(ARRAY(SELECT id FROM resources_resources))');
  });
}

/** Each query gives the ids of the resources that a change touches. */
const followed: FollowedTable[] = [
  { table: 'resources_resources', query: 'SELECT id FROM changed' },
  { table: 'resources_resources_steps_lnk', query: 'SELECT resource_id FROM changed' },
  { table: 'resources_resources_zones_lnk', query: 'SELECT resource_id FROM changed' },
  {
    table: 'charter_steps',
    query: 'SELECT resource_id FROM resources_resources_steps_lnk WHERE step_id IN (SELECT id FROM changed)',
  },
  {
    table: 'resources_zones',
    query: 'SELECT resource_id FROM resources_resources_zones_lnk WHERE zone_id IN (SELECT id FROM changed)',
  },
];

const directory = `
  ${foldWords}
  -- One that was made before listings sank is made again: it holds nothing that Strapi's tables do not.
  DO $$
  BEGIN
    IF to_regclass('directory.listing') IS NOT NULL AND NOT EXISTS (
      SELECT FROM pg_attribute WHERE attrelid = to_regclass('directory.listing') AND attname = 'website'
    ) THEN
      DROP SCHEMA directory CASCADE;
    END IF;
  END $$;
  CREATE SCHEMA IF NOT EXISTS directory;

  -- Many resources have the same steps, zones, kind and languages: what is counted is how many bear each combination.
  -- One that nobody bears any more stays, and counts for nothing.
  CREATE TABLE IF NOT EXISTS directory.combination (
    id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    steps smallint[] NOT NULL,
    zones text[] NOT NULL,
    kind text NOT NULL,
    languages text[] NOT NULL,
    UNIQUE (steps, zones, kind, languages)
  );

  CREATE TABLE IF NOT EXISTS directory.listing (
    resource_id integer PRIMARY KEY REFERENCES resources_resources ON DELETE CASCADE,
    document_id text NOT NULL,
    combination_id integer NOT NULL REFERENCES directory.combination,
    name text NOT NULL,
    created_at timestamp,
    checked_at date,
    -- So long without a confirmation that it comes after all others.
    sunk boolean NOT NULL,
    -- The name of its web server, without www.
    website text,
    folded_name text NOT NULL,
    words text NOT NULL
  );
  CREATE INDEX IF NOT EXISTS listing_combination ON directory.listing (combination_id);
  CREATE INDEX IF NOT EXISTS listing_name ON directory.listing (sunk, name, document_id);
  CREATE INDEX IF NOT EXISTS listing_new ON directory.listing (sunk, created_at DESC, document_id);
  CREATE INDEX IF NOT EXISTS listing_folded_name ON directory.listing USING gin (folded_name gin_trgm_ops);
  CREATE INDEX IF NOT EXISTS listing_website ON directory.listing (website);
  CREATE INDEX IF NOT EXISTS listing_words ON directory.listing USING gin (words gin_trgm_ops);

  -- directory.host_of('https://www.agoria.be/fr') // => 'agoria.be'
  CREATE OR REPLACE FUNCTION directory.host_of(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    regexp_replace(lower(address), E'^https{0,1}://(www[.]){0,1}|[/:#\\u003f].*$', '', 'g');

  -- What there is to list of some resources, from the tables that Strapi writes. Text, so that no view stands in the way
  -- when Strapi alters them.
  CREATE OR REPLACE FUNCTION directory.describe(ids integer[]) RETURNS TABLE (
    resource_id integer, document_id text, name text, created_at timestamp, checked_at date, sunk boolean, website text,
    folded_name text, words text,
    kind text, languages text[], steps smallint[], zones text[]
  ) LANGUAGE sql STABLE AS $$
    SELECT
      id, document_id, name, created_at, checked_at, standing IS NOT DISTINCT FROM 'sunk', directory.host_of(website),
      fold_words(name), fold_words(concat_ws(' ', name, summary, description)),
      kind, regexp_split_to_array(languages, ', *'),
      ARRAY(
        SELECT DISTINCT step.number::smallint FROM resources_resources_steps_lnk AS link
        JOIN charter_steps AS step ON step.id = link.step_id
        WHERE link.resource_id = resource.id ORDER BY 1),
      ARRAY(
        SELECT DISTINCT zone.slug::text FROM resources_resources_zones_lnk AS link
        JOIN resources_zones AS zone ON zone.id = link.zone_id
        WHERE link.resource_id = resource.id ORDER BY 1)
    FROM resources_resources AS resource
    WHERE id = ANY (ids) AND locale = '${canonicalLocale}' AND published_at IS NOT NULL
  $$;

  CREATE OR REPLACE FUNCTION directory.list(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    -- Two changes of one resource at a time wait for each other here, so that the second sees what the first made.
    PERFORM FROM resources_resources WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM directory.listing AS listing WHERE listing.resource_id = ANY (ids);
    INSERT INTO directory.combination (steps, zones, kind, languages)
      SELECT DISTINCT steps, zones, kind, languages FROM directory.describe(ids)
      ON CONFLICT DO NOTHING;
    INSERT INTO directory.listing
      (resource_id, document_id, combination_id, name, created_at, checked_at, sunk, website, folded_name, words)
      SELECT resource_id, document_id, combination.id, name, created_at, checked_at, sunk, website, folded_name, words
      FROM directory.describe(ids) JOIN directory.combination USING (steps, zones, kind, languages);
  END $$;

  -- TG_ARGV[0] is a query for the ids of the resources that "changed" touches.
  -- Before TRUNCATE there is nothing to do: the rows of a table that others refer to go with theirs.
  CREATE OR REPLACE FUNCTION directory.follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    ids integer[];
  BEGIN
    IF TG_OP <> 'TRUNCATE' THEN
      EXECUTE format('SELECT array_agg(DISTINCT id) FROM (%s) AS touched (id)', TG_ARGV[0]) INTO ids;
      IF ids IS NOT NULL THEN
        PERFORM directory.list(ids);
      END IF;
    END IF;
    RETURN NULL;
  END $$;
`;
