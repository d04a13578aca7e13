import type { Core } from '@strapi/strapi';
import { readWork } from './challenge';

/**
 * Takes the work that a visitor brought, once: whichever process is shown it again, it counts for nothing any more.
 * @returns whether it counts
 */
export async function spendWork(strapi: Core.Strapi, text: string): Promise<boolean> {
  const done = text === '' ? undefined : await readWork(text);
  if (!done) return false;
  const { signature, parameters } = done.challenge;
  const { rowCount } = (await strapi.db.connection.raw(
    'INSERT INTO limits.spent (challenge, expires_at) VALUES (?, to_timestamp(?)) ON CONFLICT DO NOTHING',
    [signature, parameters.expiresAt],
  )) as { rowCount: number };
  return rowCount === 1;
}
