import { Mail } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import fr from './fr.json';
import { rights } from './rights';
import { sentence } from './words';

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/mail',
      icon: Mail,
      intlLabel: sentence('mail.title'),
      permissions: rights.see,
      position: 3,
      Component: () => import('./MailPage'),
    });
    app.registerPlugin({ id: 'mail', name: 'mail' });
  },
  async registerTrads({ locales }: { locales: readonly string[] }) {
    return locales.map((locale) => ({ locale, data: locale === 'fr' ? fr : {} }));
  },
};
