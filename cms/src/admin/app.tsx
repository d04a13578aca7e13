import type { StrapiApp } from '@strapi/strapi/admin';
import { fillListCells } from './list-cells';
import logo from './logo.svg';
import { namePages, showIcon } from './name-pages';
import { leaveOutNoise } from './noise';
import fr from './translations/fr.json';
import values from './translations/values.json';

export default {
  config: {
    locales: ['fr'],
    translations: { fr: { ...fr, ...values } },
    auth: { logo },
    menu: { logo },
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    // Strapi has no default language: it reads the browser's last choice, or else speaks English.
    localStorage.setItem('strapi-admin-language', localStorage.getItem('strapi-admin-language') ?? 'fr');
    namePages('S-tetic');
    showIcon(logo);
    leaveOutNoise(app);
  },
  bootstrap(app: StrapiApp) {
    fillListCells(app);
  },
};
