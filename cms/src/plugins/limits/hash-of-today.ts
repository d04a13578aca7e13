import { createHmac, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/**
 * What stands for a visitor in the database for a day: the same for every process, and for nobody once the salt of the day
 * is erased.
 */
export async function hashOfToday(strapi: Core.Strapi, text: string, now = new Date()): Promise<string> {
  const day = now.toISOString().slice(0, 10);
  return createHmac('sha256', await saltOf(strapi, day))
    .update(text)
    .digest('base64url');
}

let known: { readonly day: string; readonly salt: string } | undefined;

/** The salt that the first process of the day made. */
async function saltOf(strapi: Core.Strapi, day: string): Promise<string> {
  if (known?.day === day) return known.salt;
  const { rows } = await strapi.db.connection.raw(
    `INSERT INTO limits.salts (day, salt) VALUES (?, ?)
    ON CONFLICT (day) DO UPDATE SET salt = salts.salt RETURNING salt`,
    [day, randomBytes(32).toString('base64url')],
  );
  const [{ salt }] = rows as [{ salt: string }];
  known = { day, salt };
  return salt;
}
