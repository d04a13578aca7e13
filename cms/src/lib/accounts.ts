import type { Environment } from '@s-tetic/config/environment';
import type { Core } from '@strapi/strapi';
import { roleCodes } from './roles';

/** Creates the accounts that do not exist yet. Existing ones keep their password and rights. */
export async function createMissingAccounts(
  strapi: Core.Strapi,
  accounts: Environment<'cms'>['ACCOUNTS'],
): Promise<void> {
  for (const { role, ...account } of accounts) {
    const users = strapi.db.query('admin::user');
    if (await users.findOne({ where: { email: account.email } })) continue;
    const { id } = await strapi.db.query('admin::role').findOne({ where: { code: roleCodes[role] } });
    await strapi.service('admin::user').create({ ...account, isActive: true, roles: [id], preferedLanguage: 'fr' });
  }
}
