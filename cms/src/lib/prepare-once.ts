import type { Core } from '@strapi/strapi';
import type { Transaction } from './table-triggers';

/**
 * Creates what a feature keeps in the database beside the tables of Strapi: `prepareOnce(strapi, (transaction) => …)`.
 * Safe at each start and by several processes at once: whatever the feature, they prepare one after the other (features share
 * functions, which PostgreSQL does not let two transactions replace at once), so that `prepare` finds either nothing or all that
 * another made, which it must bear.
 */
export async function prepareOnce(
  strapi: Core.Strapi,
  prepare: (transaction: Transaction) => Promise<unknown>,
): Promise<void> {
  await strapi.db.connection.transaction(async (transaction) => {
    await transaction.raw(`SELECT pg_advisory_xact_lock(hashtext('s-tetic prepare'))`);
    await prepare(transaction);
  });
}
