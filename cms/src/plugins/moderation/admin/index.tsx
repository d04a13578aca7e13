import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Check } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { DecisionPanel } from './DecisionPanel';
import fr from './fr.json';
import { rights } from './rights';
import { sentence } from './words';

interface ContentManager {
  addEditViewSidePanel(panels: readonly PanelComponent[]): void;
}

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
    (app.getPlugin('content-manager').apis as unknown as ContentManager).addEditViewSidePanel([DecisionPanel]);
  },
  async registerTrads({ locales }: { locales: readonly string[] }) {
    return locales.map((locale) => ({ locale, data: locale === 'fr' ? fr : {} }));
  },
};
