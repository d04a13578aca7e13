import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { prepareOnce } from '../../lib/prepare-once';

/** Creates what limits are counted in. */
export async function prepareLimits(strapi: Core.Strapi): Promise<void> {
  await prepareOnce(strapi, async (transaction) => {
    await transaction.raw(`
      CREATE SCHEMA IF NOT EXISTS limits;
      -- In the form that rate-limiter-flexible expects.
      CREATE TABLE IF NOT EXISTS limits.counts (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      CREATE TABLE IF NOT EXISTS limits.salts (
        day date PRIMARY KEY,
        salt text NOT NULL
      );
      CREATE TABLE IF NOT EXISTS limits.spent (
        challenge text PRIMARY KEY,
        expires_at timestamptz NOT NULL
      );`);
  });
}

/** Forgets the counts that are over, the challenges that are too old to be shown again, and the salts of days past, without which no hash leads back to anybody. */
export async function eraseLimits(strapi: Core.Strapi, now: Date): Promise<void> {
  await strapi.db.connection.raw('DELETE FROM limits.counts WHERE expire < ?', [now.getTime()]);
  await strapi.db.connection.raw('DELETE FROM limits.spent WHERE expires_at < ?', [now]);
  const lastForgotten = daysFrom(now, -retention.senderHash).toISOString();
  await strapi.db.connection.raw('DELETE FROM limits.salts WHERE day <= ?::date', [lastForgotten]);
}
