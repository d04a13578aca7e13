import type { Core } from '@strapi/strapi';

/** Comments that were sent before their senders could choose were all sent to be published. */
export async function publishEarlierComments(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection('comments_comments').whereNull('audience').update({ audience: 'publish' });
}
