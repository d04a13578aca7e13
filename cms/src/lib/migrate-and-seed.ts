import { readEnvironment } from '@s-tetic/config/environment';
import { createStrapi } from '@strapi/strapi';
import { Client } from 'pg';
import { restoreOtherEdition, setAsideOtherEdition } from '../plugins/pages/carry-over-edition';
import { plantPhrases } from '../plugins/translation/plant-phrases';
import { createMissingAccounts } from './accounts';
import { loadSeeds } from './seeds';

/**
 * Brings a database to what this build expects, then stops: schema, languages, roles, first content, accounts.
 * Safe to run again and by several machines at once: Strapi's own schema sync takes no lock (strapi/strapi#27567), so we do.
 */
async function migrateAndSeed(): Promise<void> {
  const { DATABASE_URL, ACCOUNTS } = readEnvironment(process.env, 'cms');
  const lock = new Client({ connectionString: DATABASE_URL });
  await lock.connect();
  await lock.query(`SELECT pg_advisory_lock(hashtext('s-tetic migrate and seed'))`);
  await setAsideOtherEdition(lock);
  const strapi = await createStrapi({ appDir: process.cwd(), distDir: `${process.cwd()}/dist` }).load();
  await restoreOtherEdition(strapi);
  await plantPhrases(strapi);
  await loadSeeds(strapi);
  await createMissingAccounts(strapi, ACCOUNTS);
  await strapi.destroy();
  await lock.end();
}

migrateAndSeed().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
