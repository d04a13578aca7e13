import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { guardLanguages } from './guard-languages';
import { keepFrenchDefault } from './keep-french-default';
import { nameLanguages } from './name-languages';
import { nameTypes } from './name-types';
import { refreshLayouts } from './refresh-layouts';
import { refuseReset } from './refuse-reset';
import { speakFrench } from './speak-french';

/** What the server does for the panel that Strapi does not: French sentences and labels, and French that only its editors change. */
export default contentPlugin(contract, {
  register: (strapi) => {
    strapi.server.use(speakFrench);
    strapi.server.router.use('/admin/forgot-password', refuseReset);
    strapi.server.router.use('/i18n/iso-locales', nameLanguages);
    strapi.server.router.use('/admin/permissions', nameTypes(strapi));
    strapi.server.router.use('/i18n/locales', keepFrenchDefault(strapi));
    strapi.documents.use(guardLanguages(strapi));
  },
  bootstrap: refreshLayouts,
});
