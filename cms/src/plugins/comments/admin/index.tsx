import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { AnswerPanel } from './AnswerPanel';
import fr from './fr.json';

interface ContentManager {
  addEditViewSidePanel(panels: readonly PanelComponent[]): void;
}

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'comments', name: 'comments' });
  },
  bootstrap(app: StrapiApp) {
    (app.getPlugin('content-manager').apis as unknown as ContentManager).addEditViewSidePanel([AnswerPanel]);
  },
  async registerTrads({ locales }: { locales: readonly string[] }) {
    return locales.map((locale) => ({ locale, data: locale === 'fr' ? fr : {} }));
  },
};
