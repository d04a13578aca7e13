import { say } from '@s-tetic/config/words';
import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { findPageOf } from '../../lib/find-pages-of';
import { fingerprintOf, isAlreadyStored } from '../../lib/fingerprint';
import { nameOfUser, type PanelUser } from '../../lib/panel-access';
import { answering, checked, type Context } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { announceReply } from './announce-reply';
import { type AnswerInput, answerInput } from './contract';
import { everyoneMayRead } from './public-comments';

const uid = 'plugin::comments.comment';

/**
 * Publishes an answer of the team under a comment, at once. An answer to an answer stands beside it: there is one level.
 * @throws {Refusal} 409 when the comment is not public, or this answer is already there
 */
export async function answerAsStaff(
  strapi: Core.Strapi,
  { documentId, text }: AnswerInput,
  who: string,
): Promise<void> {
  const comment = await strapi.db.query(uid).findOne({ where: { documentId, ...everyoneMayRead } });
  if (!comment) throw new Refusal(409, 'comments.notPublic');
  const page = await findPageOf(strapi, comment.target);
  const now = new Date();
  const data = {
    author: say(comment.language, 'mail.signature'),
    text,
    audience: 'publish',
    isStaff: true,
    inReplyTo: comment.inReplyTo ?? comment.publicKey,
    target: comment.target,
    path: page?.path ?? comment.path,
    language: comment.language,
    sentAt: now,
    state: 'approved',
    decidedBy: who,
    decidedAt: now,
    fingerprint: fingerprintOf({ answers: documentId, text }),
  };
  try {
    await strapi.db.transaction(async () => announceReply(strapi, await documents(strapi, uid).create({ data })));
  } catch (error) {
    if (isAlreadyStored(error)) throw new Refusal(409, 'comments.answered');
    throw error;
  }
}

interface PanelContext extends Context {
  readonly state: { readonly user: PanelUser };
}

export const answerFromPanel = answering<PanelContext>(async (context) => {
  const answer = checked(answerInput, context.request.body) as AnswerInput;
  await answerAsStaff(strapi, answer, nameOfUser(context.state.user));
  context.body = { state: 'approved' };
});
