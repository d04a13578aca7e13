import { contentPlugin } from '../../lib/content-plugin';
import { attachToPage } from './attach-to-page';
import { contract } from './contract';
import { commentAsQuestion, describeComment, findCommentFlags } from './describe-comment';
import { publishEarlierComments } from './earlier-comments';
import { findLatest } from './find-latest';
import { sendComment } from './send-comment';
import { tellCommenter } from './tell-commenter';
import { tellUndoing } from './tell-undoing';

export default contentPlugin(contract, {
  routes: { latest: findLatest, send: sendComment },
  register: (strapi) => strapi.documents.use(attachToPage(strapi)),
  services: {
    moderated: {
      comment: {
        onDecided: tellCommenter,
        onUndone: tellUndoing,
        describe: describeComment,
        findFlags: findCommentFlags,
        asQuestion: commentAsQuestion,
      },
    },
  },
  bootstrap: publishEarlierComments,
});
