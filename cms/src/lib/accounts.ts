import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { roleCodes } from './roles';

const accountList = z.array(
  z.strictObject({
    role: z.enum(Object.keys(roleCodes) as [keyof typeof roleCodes]),
    email: z.email(),
    password: z.string().min(8),
    firstname: z.string(),
    lastname: z.string(),
  }),
);

/** Creates the accounts that ACCOUNTS lists (JSON) and that do not exist yet. Existing ones keep their password and rights. */
export async function createMissingAccounts(strapi: Core.Strapi, json = '[]'): Promise<void> {
  for (const { role, ...account } of accountList.parse(JSON.parse(json))) {
    const users = strapi.db.query('admin::user');
    if (await users.findOne({ where: { email: account.email } })) continue;
    const { id } = await strapi.db.query('admin::role').findOne({ where: { code: roleCodes[role] } });
    await strapi.service('admin::user').create({ ...account, isActive: true, roles: [id], preferedLanguage: 'fr' });
  }
}
