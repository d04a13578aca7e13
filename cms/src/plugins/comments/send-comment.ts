import { documents } from '../../lib/documents';
import { fingerprintOf, isAlreadyStored } from '../../lib/fingerprint';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import type { CommentInput } from './contract';

const received = { state: 'pending' } as const;

/** Keeps a reader's comment until a moderator decides. The same comment sent twice is kept once. */
export const sendComment: WriteHandler = async (strapi, body) => {
  const { website, locale, ...comment } = body as unknown as CommentInput;
  // Whatever filled the field that people do not see is told what people are told.
  if (website) return received;

  try {
    await documents(strapi, 'plugin::comments.comment').create({
      data: {
        ...comment,
        language: locale,
        sentAt: new Date(),
        state: 'pending',
        fingerprint: fingerprintOf(comment),
      },
    });
  } catch (error) {
    if (isAlreadyStored(error)) throw new Refusal(409, 'error.alreadyReceived');
    throw error;
  }
  return received;
};
