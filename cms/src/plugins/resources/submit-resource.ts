import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { fingerprintOf, isAlreadyStored } from '../../lib/fingerprint';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { admitSender } from '../limits/admit-sender';
import { leaves } from '../mail/post-mail';
import { askProof } from '../proof/ask-proof';
import type { contract, SubmissionInput } from './contract';
import { findZoneIds } from './find-zone-ids';
import { nextReference } from './reference';

const uid = 'plugin::resources.submission';

/** Keeps what a provider sent, and asks for the proof that the address is theirs. The same answers sent twice are kept once. */
export const submitResource: WriteHandler<(typeof contract)['routes']['submit']> = async (
  strapi,
  body: SubmissionInput,
  sender,
) => {
  const { nickname, ...answers } = body;
  const reference = await nextReference(strapi);
  // Whatever filled the field that people do not see is told what people are told.
  if (nickname) return { reference, mail: leaves() ? 'sent' : 'kept' };

  await admitSender(strapi, sender, answers.email);
  const zones = await findZoneIds(strapi, answers.zones);
  const fingerprint = fingerprintOf(answers);
  const data = {
    ...answers,
    reference,
    fingerprint,
    zones,
    languages: answers.languages.join(', '),
    language: answers.locale,
    sentAt: new Date(),
    state: 'unconfirmed',
  };
  try {
    return await strapi.db.transaction(async () => {
      const { documentId } = await documents(strapi, uid).create({ data });
      return { reference, mail: await askProof(strapi, { uid, documentId }, answers) };
    });
  } catch (error) {
    if (isAlreadyStored(error)) throw await refuseSecond(strapi, fingerprint);
    throw error;
  }
};

/** Whoever sends again because no mail came is written to again. */
async function refuseSecond(strapi: Core.Strapi, fingerprint: string): Promise<Refusal> {
  const { documentId, reference, state, email, language } = await strapi.db
    .query(uid)
    .findOne({ where: { fingerprint } });
  if (state === 'unconfirmed') await askProof(strapi, { uid, documentId }, { email, locale: language });
  return new Refusal(409, 'error.duplicate', { reference }, { reference });
}
