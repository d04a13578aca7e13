/**
 * SQL: what `fold` of config does, in PostgreSQL, as a function that indexes may rest on, and trigrams to compare words by.
 * Both extensions are trusted: the owner of the database may create them.
 */
export const foldWords = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  -- unaccent() is only stable, because its dictionary could change; ours does not, and an index needs that promise.
  CREATE OR REPLACE FUNCTION fold_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(unaccent(words));`;
