import type { Core } from '@strapi/strapi';

/**
 * The condition under which moderators read what the public sent: Strapi adds it to every list, count and reading
 * of the content manager. What nobody confirmed may come from somebody who was given another's address.
 */
export const confirmedOnly = 'plugin::moderation.is-confirmed';

/** The right to see what waits and to decide of it. */
export const decideRight = 'plugin::moderation.decide';

/** Registers the right to decide, and the condition above, for the roles to name. */
export async function registerRights(strapi: Core.Strapi): Promise<void> {
  const { actionProvider, conditionProvider } = strapi.service('admin::permission');
  await actionProvider.registerMany([
    { section: 'plugins', displayName: 'Voir et décider', uid: 'decide', pluginName: 'moderation' },
  ]);
  await conditionProvider.register({
    displayName: 'L’adresse de l’expéditeur est confirmée',
    name: 'is-confirmed',
    plugin: 'moderation',
    handler: () => ({ state: { $ne: 'unconfirmed' } }),
  });
}
