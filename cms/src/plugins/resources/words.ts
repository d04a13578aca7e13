import type { Core } from '@strapi/strapi';
import type { ResourceQuery } from './published-resources';

/** What a reader's words are looked for in, folded: no accents, no capitals. */
const searched = `fold_words(resource.name || ' ' || coalesce(resource.summary, '') || ' ' || coalesce(resource.description, ''))`;

/**
 * Creates what the search by words rests on: accents folded by `unaccent`, and a trigram index over the folded text.
 * Both extensions are trusted: the owner of the database may create them.
 */
export async function prepareWords(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw(`
    CREATE EXTENSION IF NOT EXISTS unaccent;
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    -- unaccent() is only stable, because its dictionary could change; ours does not, and an index needs that promise.
    CREATE OR REPLACE FUNCTION fold_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN lower(unaccent(words));
    CREATE INDEX IF NOT EXISTS resources_words ON resources_resources
      USING gin (fold_words(name || ' ' || coalesce(summary, '') || ' ' || coalesce(description, '')) gin_trgm_ops)
      WHERE published_at IS NOT NULL;
  `);
}

/** Keeps the resources that hold every word, whatever its accents and capitals. */
export function withWords(query: ResourceQuery, words: string): ResourceQuery {
  return words
    .split(/\s+/)
    .filter(Boolean)
    .reduce(
      (narrowed, word) => narrowed.whereRaw(`${searched} LIKE '%' || fold_words(?) || '%'`, [word.replace(/[\\%_]/g, '\\$&')]),
      query,
    );
}
