import { Check } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { addSidePanel } from '../../../admin/add-side-panel';
import { DecisionPanel } from './DecisionPanel';
import { rights } from './rights';
import { registerTrads, sentence } from './words';

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/moderation',
      icon: Check,
      intlLabel: sentence('moderation.title'),
      permissions: rights,
      position: 2,
      Component: () => import('./ModerationPage'),
    });
    app.widgets.register((widgets) => [
      {
        id: 'to-moderate',
        pluginId: 'moderation',
        icon: Check,
        title: sentence('moderation.widget.title'),
        link: { label: sentence('moderation.widget.link'), href: '/plugins/moderation' },
        permissions: rights,
        component: () => import('./ToModerate').then((module) => module.default),
      },
      ...widgets,
    ]);
    app.registerPlugin({ id: 'moderation', name: 'moderation' });
  },
  bootstrap(app: StrapiApp) {
    addSidePanel(app, DecisionPanel);
  },
  registerTrads,
};
