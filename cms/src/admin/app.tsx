import type { StrapiApp } from '@strapi/strapi/admin';
import fr from './translations/fr.json';

export default {
  config: {
    locales: ['fr'],
    translations: { fr },
    tutorials: false,
    notifications: { releases: false },
  },
  register() {
    // Strapi has no default language: it reads the browser's last choice, or else speaks English.
    localStorage.setItem('strapi-admin-language', localStorage.getItem('strapi-admin-language') ?? 'fr');
  },
  bootstrap(_app: StrapiApp) {},
};
