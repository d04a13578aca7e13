import { contentPlugin } from '../../lib/content-plugin';
import { onlyWhoMay } from '../../lib/panel-access';
import { decideRight } from '../moderation/rights';
import { acknowledgeComment } from './acknowledge-comment';
import { announceReply } from './announce-reply';
import { answerFromPanel } from './answer-as-staff';
import { attachComments } from './attach-comments';
import { changeOwn } from './change-comment';
import { commentAsQuestion } from './comment-as-question';
import { contract } from './contract';
import { approveRevision, readRevised, tellReviser, undoRevision } from './decide-revision';
import { describeComment, describeRevision, flagComment, flagRevision } from './describe-comment';
import { updateEarlierComments } from './earlier-comments';
import { findComment } from './find-comment';
import { findLatest } from './find-latest';
import { findPageComments } from './find-page-comments';
import { lookAtOwn, withdrawOwn } from './own-comment';
import { removeComment } from './remove-comment';
import { sendComment } from './send-comment';
import { silenceReplies } from './silence';
import { tellCommenter } from './tell-commenter';
import { tellUndoing } from './tell-undoing';

export default contentPlugin(contract, {
  routes: {
    latest: findLatest,
    page: findPageComments,
    one: findComment,
    send: sendComment,
    look: lookAtOwn,
    change: changeOwn,
    withdraw: withdrawOwn,
    silence: silenceReplies,
  },
  adminRoutes: [
    {
      method: 'POST',
      path: '/answers',
      handler: answerFromPanel,
      config: onlyWhoMay(decideRight),
    },
  ],
  register: (strapi) => strapi.documents.use(attachComments(strapi)),
  services: {
    personal: { comment: { remove: removeComment } },
    moderated: {
      comment: {
        onProven: acknowledgeComment,
        onApproved: announceReply,
        onDecided: tellCommenter,
        onUndone: tellUndoing,
        describe: describeComment,
        findFlags: flagComment,
        asQuestion: commentAsQuestion,
      },
      revision: {
        onApproved: approveRevision,
        onDecided: tellReviser,
        onUndone: undoRevision,
        readPublic: readRevised,
        describe: describeRevision,
        findFlags: flagRevision,
      },
    },
  },
  bootstrap: updateEarlierComments,
});
