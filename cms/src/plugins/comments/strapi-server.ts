import { contentPlugin } from '../../lib/content-plugin';
import { attachToPage } from './attach-to-page';
import { contract } from './contract';
import { publishEarlierComments } from './earlier-comments';
import { findLatest } from './find-latest';
import { sendComment } from './send-comment';
import { tellCommenter } from './tell-commenter';

export default contentPlugin(contract, {
  routes: { latest: findLatest, send: sendComment },
  register: (strapi) => strapi.documents.use(attachToPage(strapi)),
  services: { moderated: { comment: { onDecided: tellCommenter } } },
  bootstrap: publishEarlierComments,
});
