import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { fingerprintOf, isAlreadyStored } from '../../lib/fingerprint';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { admitSender } from '../limits/admit-sender';
import { leaves } from '../mail/post-mail';
import { askProof } from '../proof/ask-proof';
import type { CommentInput, contract } from './contract';

const uid = 'plugin::comments.comment';

/** Keeps what a reader wrote, and asks for the proof that the address is theirs. The same comment sent twice is kept once. */
export const sendComment: WriteHandler<(typeof contract)['routes']['send']> = async (
  strapi,
  body: CommentInput,
  sender,
) => {
  const { website, locale, ...comment } = body;
  // Whatever filled the field that people do not see is told what people are told.
  if (website) return { mail: leaves() ? 'sent' : 'kept' };

  await admitSender(strapi, sender, comment.email);
  const fingerprint = fingerprintOf(comment);
  try {
    return await strapi.db.transaction(async () => {
      const data = { ...comment, language: locale, sentAt: new Date(), state: 'unconfirmed', fingerprint };
      const { documentId } = await documents(strapi, uid).create({ data });
      return { mail: await askProof(strapi, { uid, documentId }, { email: comment.email, locale }) };
    });
  } catch (error) {
    if (isAlreadyStored(error)) throw await refuseSecond(strapi, fingerprint);
    throw error;
  }
};

/** Whoever sends again because no mail came is written to again. */
async function refuseSecond(strapi: Core.Strapi, fingerprint: string): Promise<Refusal> {
  const first = await strapi.db.query(uid).findOne({ where: { fingerprint } });
  if (first?.state === 'unconfirmed')
    await askProof(strapi, { uid, documentId: first.documentId }, { email: first.email, locale: first.language });
  return new Refusal(409, 'error.alreadyReceived');
}
