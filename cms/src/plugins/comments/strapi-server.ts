import { contentPlugin } from '../../lib/content-plugin';
import { attachToPage } from './attach-to-page';
import { contract } from './contract';
import { sendComment } from './send-comment';

export default contentPlugin(contract, {
  routes: { send: sendComment },
  register: (strapi) => strapi.documents.use(attachToPage(strapi)),
  services: { moderated: { comment: {} } },
});
