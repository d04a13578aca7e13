import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { decideFromPanel } from './decide';
import { listWaitingForPanel } from './list-waiting';

const decide = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: ['plugin::moderation.decide'] } },
  ],
};

export default contentPlugin(contract, {
  adminRoutes: [
    { method: 'GET', path: '/waiting', handler: listWaitingForPanel, config: decide },
    { method: 'POST', path: '/decisions', handler: decideFromPanel, config: decide },
  ],
  bootstrap: async (strapi) => {
    await strapi
      .service('admin::permission')
      .actionProvider.registerMany([
        { section: 'plugins', displayName: 'Voir et décider', uid: 'decide', pluginName: 'moderation' },
      ]);
  },
});
