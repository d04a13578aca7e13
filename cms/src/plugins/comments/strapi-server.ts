import { contentPlugin } from '../../lib/content-plugin';
import { attachToPage } from './attach-to-page';
import { contract } from './contract';
import { findLatest } from './find-latest';
import { sendComment } from './send-comment';

export default contentPlugin(contract, {
  routes: { latest: findLatest, send: sendComment },
  register: (strapi) => strapi.documents.use(attachToPage(strapi)),
  services: { moderated: { comment: {} } },
});
