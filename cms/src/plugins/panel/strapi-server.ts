import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { guardLanguages } from './guard-languages';
import { guardMails } from './guard-mails';
import { keepFrenchDefault } from './keep-french-default';
import { nameLanguages } from './name-languages';
import { nameTypes } from './name-types';
import { refreshLayouts } from './refresh-layouts';
import { refuseReset } from './refuse-reset';
import { speakFrench } from './speak-french';

/** What the server does for the panel that Strapi does not: French sentences and labels, French that only its editors change, and mails that only administrators send. */
export default contentPlugin(contract, {
  register: (strapi) => {
    strapi.server.use(speakFrench);
    strapi.server.router.use('/admin/forgot-password', refuseReset);
    strapi.server.router.use('/i18n/iso-locales', nameLanguages);
    strapi.server.router.use('/admin/permissions', nameTypes(strapi));
    strapi.server.router.use('/i18n/locales', keepFrenchDefault(strapi));
    strapi.documents.use(guardLanguages(strapi));
    guardMails(strapi);
  },
  bootstrap: refreshLayouts,
});
