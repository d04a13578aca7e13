import type { Core } from '@strapi/strapi';

/** Strapi gives a new database a Full Access and a Read Only token. Nothing of ours uses them, so nobody should. */
export async function removeDefaultTokens(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query('admin::api-token').deleteMany({ where: { name: { $in: ['Read Only', 'Full Access'] } } });
}
