import type { Core } from '@strapi/strapi';
import type { ResourceQuery } from './published-resources';

/**
 * Creates what the search by words rests on: the text of each resource, folded (accents removed by `unaccent`, no capitals),
 * stored once by PostgreSQL itself, and a trigram index over it. Strapi leaves alone the columns that it did not make.
 * Both extensions are trusted: the owner of the database may create them.
 */
export async function prepareWords(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw(`
    CREATE EXTENSION IF NOT EXISTS unaccent;
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    -- unaccent() is only stable, because its dictionary could change; ours does not, and an index needs that promise.
    CREATE OR REPLACE FUNCTION fold_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN lower(unaccent(words));
    DO $$ BEGIN
      -- ADD COLUMN IF NOT EXISTS would stop all readers for a moment at each start.
      IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'resources_resources'::regclass AND attname = 'folded') THEN
        ALTER TABLE resources_resources ADD COLUMN folded text GENERATED ALWAYS AS
          (fold_words(name || ' ' || coalesce(summary, '') || ' ' || coalesce(description, ''))) STORED;
      END IF;
    END $$;
    CREATE INDEX IF NOT EXISTS resources_folded ON resources_resources USING gin (folded gin_trgm_ops)
      WHERE published_at IS NOT NULL;
  `);
}

/** Keeps the resources that hold every word, whatever its accents and capitals. */
export function withWords(query: ResourceQuery, words: string): ResourceQuery {
  return words
    .split(/\s+/)
    .filter(Boolean)
    .reduce(
      (narrowed, word) =>
        narrowed.whereRaw(`resource.folded LIKE '%' || fold_words(?) || '%'`, [word.replace(/[\\%_]/g, '\\$&')]),
      query,
    );
}
