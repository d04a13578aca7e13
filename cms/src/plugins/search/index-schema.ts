/**
 * The index, in a schema of its own. Documents are folded (no accents) before they are stemmed, in the way of their language;
 * the vocabulary is every word that they use, each time with how many use it: what is not in it is in no document.
 */
export const indexSchema = `
  CREATE SCHEMA search;

  CREATE TABLE search.state (version text NOT NULL, epoch uuid NOT NULL);
  -- How the documents of each type are read. A query as text does not stand in the way when Strapi alters a column, as a view would.
  CREATE TABLE search.sources (tag text PRIMARY KEY, content text NOT NULL);

  CREATE TEXT SEARCH DICTIONARY search.french_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = french, ACCEPT = false);
  CREATE TEXT SEARCH DICTIONARY search.dutch_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = dutch, ACCEPT = false);
  CREATE TEXT SEARCH CONFIGURATION search.french (COPY = pg_catalog.french);
  CREATE TEXT SEARCH CONFIGURATION search.english (COPY = pg_catalog.english);
  CREATE TEXT SEARCH CONFIGURATION search.dutch (COPY = pg_catalog.dutch);
  CREATE TEXT SEARCH CONFIGURATION search.simple (COPY = pg_catalog.simple);
  -- Stop words first, while they still have the accents of their list; then accents; then stems.
  ALTER TEXT SEARCH CONFIGURATION search.french ALTER MAPPING FOR word, asciiword WITH search.french_stop, unaccent, french_stem;
  ALTER TEXT SEARCH CONFIGURATION search.english ALTER MAPPING FOR word, asciiword WITH unaccent, english_stem;
  ALTER TEXT SEARCH CONFIGURATION search.dutch ALTER MAPPING FOR word, asciiword WITH search.dutch_stop, unaccent, dutch_stem;
  ALTER TEXT SEARCH CONFIGURATION search.simple ALTER MAPPING FOR word, asciiword WITH unaccent, simple;

  CREATE FUNCTION search.configuration(locale text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE split_part(locale, '-', 1)
      WHEN 'fr' THEN 'search.french'::regconfig
      WHEN 'en' THEN 'search.english'::regconfig
      WHEN 'nl' THEN 'search.dutch'::regconfig
      ELSE 'search.simple'::regconfig
    END;

  -- Markdown without its marks.
  CREATE FUNCTION search.plain(markdown text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    regexp_replace(regexp_replace(regexp_replace(markdown,
      '!{0,1}\\[([^]]*)\\]\\([^)]*\\)', '\\1', 'g'),
      '^[ \\t]*([-*+>]|[0-9]+[.)]|#{1,6})[ \\t]+', '', 'gn'),
      '[*_\`]{1,3}', '', 'g');

  -- Words and nothing else. PostgreSQL's own parser keeps addresses and compounds whole, and in a database whose ctype is C it takes
  -- every typographic sign for a letter.
  CREATE FUNCTION search.words_in(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    translate(left(text, 200000), E'''’‘“”„"«»‹›()[]{}<>/\\\\|-‐‑–—_.,;:!\\u003f…#*\`~^+=@&%$€£§°©®™•·×÷\\u00a0\\u202f\\u2009', repeat(' ', 99));

  CREATE FUNCTION search.vector(locale text, text text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    to_tsvector(search.configuration(locale), search.words_in(coalesce(text, '')));

  -- What a word is reduced to; null for one too common to be looked for. PostgreSQL's list of those is short in French: it lacks
  -- articles, the words that questions begin with, and those that people type without their accents.
  CREATE FUNCTION search.stem(locale text, word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE WHEN locale = 'fr' AND fold_words(word) = ANY (
      '{les,comment,pourquoi,quand,quel,quelle,quels,quelles,combien,quoi,dont,ou,cela,ceci,cet,cette,tout,tous,toute,toutes,tres,meme,ete,etre,sont,ont,peut,faut,faire,fait,est,ce}'
    ) THEN NULL ELSE (tsvector_to_array(search.vector(locale, word)))[1] END;

  -- A word and what is left of it without any one of its letters: two words one typo apart have one of these in common.
  CREATE FUNCTION search.variants(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    ARRAY(SELECT word UNION SELECT overlay(word placing '' from letter for 1) FROM generate_series(1, length(word)) AS letter
      WHERE length(word) BETWEEN 4 AND 30);

  CREATE TABLE search.documents (
    document_id text NOT NULL,
    type text NOT NULL,
    -- Which item of the document, when it has a page of its own.
    item text NOT NULL,
    locale text NOT NULL,
    path text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    words tsvector NOT NULL,
    vocabulary text[] NOT NULL,
    PRIMARY KEY (document_id, type, item, locale)
  );
  CREATE INDEX documents_words ON search.documents USING gin (words);
  CREATE INDEX documents_path ON search.documents USING gist (path gist_trgm_ops (siglen = 64)) WHERE locale = 'fr';

  CREATE TABLE search.vocabulary (
    locale text NOT NULL,
    word text NOT NULL,
    folded text NOT NULL,
    stem text,
    documents int NOT NULL,
    PRIMARY KEY (locale, word)
  );
  CREATE INDEX vocabulary_stem ON search.vocabulary (locale, stem);
  CREATE INDEX vocabulary_prefix ON search.vocabulary (locale, folded text_pattern_ops);
  CREATE INDEX vocabulary_variants ON search.vocabulary USING gin (search.variants(folded));

  -- Adds documents to what the vocabulary counts, or takes them away.
  CREATE FUNCTION search.count_words(ids text[], sign int) RETURNS void LANGUAGE sql AS $$
    INSERT INTO search.vocabulary AS known (locale, word, folded, stem, documents)
    SELECT locale, word, fold_words(word), search.stem(locale, word), sign * count(*)
    FROM search.documents, unnest(vocabulary) AS word
    WHERE ids IS NULL OR document_id = ANY (ids)
    GROUP BY locale, word
    ON CONFLICT (locale, word) DO UPDATE SET documents = known.documents + excluded.documents;
    DELETE FROM search.vocabulary WHERE documents <= 0;
  $$;

  -- Reads documents of a type, or all of them.
  CREATE FUNCTION search.read(source text, ids text[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format(
      'INSERT INTO search.documents
      SELECT document_id, type, item, locale, path, coalesce(title, ''''), concat_ws(E''\\n'', nullif(summary, ''''), body),
        setweight(search.vector(locale, concat_ws('' '', title, names)), ''A'') || setweight(search.vector(locale, summary), ''B'')
          || setweight(search.vector(locale, body), ''C''),
        ARRAY(SELECT word FROM unnest(tsvector_to_array(to_tsvector(''simple'', search.words_in(concat_ws('' '', title, names, summary, body)))))
          AS word WHERE word !~ ''^[0-9]+$'')
      FROM (%s) AS content WHERE path IS NOT NULL %s
      ON CONFLICT DO NOTHING',
      (SELECT content FROM search.sources WHERE tag = source), CASE WHEN ids IS NOT NULL THEN 'AND document_id = ANY ($1)' END)
      USING ids;
  END $$;

  -- Reads documents of a type again.
  CREATE FUNCTION search.renew(source text, ids text[]) RETURNS void LANGUAGE sql AS $$
    SELECT search.count_words(ids, -1);
    DELETE FROM search.documents WHERE document_id = ANY (ids);
    SELECT search.read(source, ids);
    SELECT search.count_words(ids, 1);
  $$;

  -- At the end of each transaction that announced changes, once for all of them. One transaction at a time: of two that change two
  -- languages of a document the second must read what the first wrote, and the vocabulary is everybody's.
  CREATE FUNCTION search.follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    here text := pg_current_xact_id()::text;
  BEGIN
    IF current_setting('search.followed', true) = here THEN
      RETURN NULL;
    END IF;
    PERFORM set_config('search.followed', here, true);
    PERFORM pg_advisory_xact_lock(hashtext('s-tetic search'));
    PERFORM search.renew(sources.tag, array_agg(split_part(log.tag, ':', 2)))
      FROM changes.log JOIN search.sources ON log.tag LIKE sources.tag || ':%'
      WHERE txid = pg_current_xact_id() GROUP BY sources.tag;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER search_follow AFTER INSERT ON changes.log DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.tag LIKE '%.%:%') EXECUTE FUNCTION search.follow();
`;
