import { Mail } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { rights } from './rights';
import { registerTrads, sentence } from './words';

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
  registerTrads,
};
