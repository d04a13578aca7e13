import type { Core } from '@strapi/strapi';
import { prepareOnce } from '../../lib/prepare-once';

/** Creates the journal of decisions and what keeps it as it was written. */
export async function prepareJournal(strapi: Core.Strapi): Promise<void> {
  await prepareOnce(strapi, (transaction) => transaction.raw(journal));
}

const journal = `
  CREATE SCHEMA IF NOT EXISTS moderation;

  CREATE TABLE IF NOT EXISTS moderation.journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    who_id int NOT NULL,
    who text NOT NULL,
    uid text NOT NULL,
    document_id text NOT NULL,
    title text,
    decision text NOT NULL,
    reason text,
    -- The attributes that were accepted, where it was only part of an edit.
    fields jsonb,
    -- What was public before the decision, and after it.
    before jsonb,
    after jsonb,
    -- A decision is undone once at most.
    undoes bigint UNIQUE REFERENCES moderation.journal
  );
  CREATE INDEX IF NOT EXISTS journal_subject ON moderation.journal (uid, document_id, id);
  CREATE INDEX IF NOT EXISTS journal_who ON moderation.journal (who_id, id);

  -- The only change that an entry bears is the loss of its texts, when the person whom they come from asks for it.
  CREATE OR REPLACE FUNCTION moderation.keep_journal() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF to_jsonb(NEW) = to_jsonb(OLD) || '{"title": null, "reason": null, "before": null, "after": null}' THEN
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION 'The journal of decisions is only added to: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE OR REPLACE TRIGGER keep_entries BEFORE UPDATE OR DELETE ON moderation.journal
    FOR EACH ROW EXECUTE FUNCTION moderation.keep_journal();
  CREATE OR REPLACE TRIGGER keep_journal BEFORE TRUNCATE ON moderation.journal
    FOR EACH STATEMENT EXECUTE FUNCTION moderation.keep_journal();

  CREATE TABLE IF NOT EXISTS moderation.without_digest (user_id int PRIMARY KEY);
`;
