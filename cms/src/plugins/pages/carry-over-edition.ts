import type { Core } from '@strapi/strapi';
import type { Client } from 'pg';

/**
 * The settings used to name one other edition, in two columns; they now hold a list. Strapi drops the columns as it loads,
 * so what they held waits in its store, and becomes the list's first item once that is there.
 */

const key = 'other-edition';
const table = 'pages_settings';

interface Kept {
  /** Of a row of the settings: one language, draft or published. */
  readonly id: number;
  readonly label: string;
  readonly url: string;
}

/** Puts the other edition where a schema does not reach, before Strapi loads. Once the columns are gone it does nothing. */
export async function setAsideOtherEdition(database: Client): Promise<void> {
  const { rowCount } = await database.query(
    `SELECT FROM information_schema.columns WHERE table_name = $1 AND column_name = 'other_edition_url'`,
    [table],
  );
  if (rowCount === 0) return;
  await database.query(
    `INSERT INTO strapi_core_store_settings (key, type, value)
      SELECT $1::text, 'array', json_agg(json_build_object('id', id, 'label', other_edition_label, 'url', other_edition_url))
      FROM ${table} WHERE other_edition_label <> '' AND other_edition_url <> '' 
      HAVING count(*) > 0 AND NOT EXISTS (SELECT FROM strapi_core_store_settings WHERE key = $1::text)`,
    [`core_s-tetic_${key}`],
  );
}

/** Makes the edition that was set aside an item of the list, once Strapi has made a place for it. */
export async function restoreOtherEdition(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 's-tetic' });
  const kept = (await store.get({ key })) as Kept[] | null;
  if (!kept) return;
  await strapi.db.transaction(async ({ trx }) => {
    for (const { id, label, url } of kept) {
      const [item] = await trx('components_pages_editions').insert({ label, url }, ['id']);
      const place = { entity_id: id, cmp_id: item.id, component_type: 'pages.edition', field: 'editions', order: 1 };
      await trx(`${table}_cmps`).insert(place);
    }
    await store.delete({ key });
    // Strapi drops the columns that it made itself; where others are left, the next start must not carry them over again.
    await trx.raw(
      `ALTER TABLE ${table} DROP COLUMN IF EXISTS other_edition_label, DROP COLUMN IF EXISTS other_edition_url`,
    );
  });
}
