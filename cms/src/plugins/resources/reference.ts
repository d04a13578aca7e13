import type { Core } from '@strapi/strapi';
import { prepareOnce } from '../../lib/prepare-once';

/** Creates what numbers the things that providers send, year by year, above what was numbered already. */
export async function prepareReferences(strapi: Core.Strapi): Promise<void> {
  await prepareOnce(strapi, async (transaction) => {
    await transaction.raw('CREATE TABLE IF NOT EXISTS resources_references (year int PRIMARY KEY, last int NOT NULL)');
    await transaction.raw(`
      INSERT INTO resources_references (year, last)
      SELECT split_part(reference, '-', 2)::int, max(split_part(reference, '-', 3)::int) FROM resources_submissions GROUP BY 1
      ON CONFLICT DO NOTHING`);
  });
}

/**
 * The next reference of the year, which no other submission has or will have: `ST-2026-0042`.
 * Taken outside any transaction, so that nobody waits for another's: a number may be given and never used.
 */
export async function nextReference(strapi: Core.Strapi, now = new Date()): Promise<string> {
  const year = now.getFullYear();
  const { rows } = await strapi.db.connection.raw(
    `INSERT INTO resources_references (year, last) VALUES (?, 1)
    ON CONFLICT (year) DO UPDATE SET last = resources_references.last + 1 RETURNING last`,
    [year],
  );
  const [{ last }] = rows as [{ last: number }];
  return `ST-${year}-${String(last).padStart(4, '0')}`;
}
