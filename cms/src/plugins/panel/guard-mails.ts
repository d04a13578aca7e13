import type { Core } from '@strapi/strapi';
import { onlyWhoMay } from '../../lib/panel-access';

/**
 * Keeps the routes of Strapi's panel that concern mails to who may see their settings: administrators. Of whoever sends one
 * (`POST /email`), of any words to any address, Strapi asks for no right: any account would write as the organisation.
 */
export function guardMails(strapi: Core.Strapi): void {
  const { admin } = strapi.plugin('email').routes as Readonly<Record<'admin', Core.Router>>;
  for (const route of admin.routes) route.config = onlyWhoMay('plugin::email.settings.read');
}
