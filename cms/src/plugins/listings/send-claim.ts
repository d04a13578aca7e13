import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { fingerprintOf, isAlreadyStored } from '../../lib/fingerprint';
import { canonicalLocale } from '../../lib/locales';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { admitSender } from '../limits/admit-sender';
import { leaves } from '../mail/post-mail';
import { askProof } from '../proof/ask-proof';
import type { contract } from './contract';
import { resourceUid } from './listing';
import { findUpkeep } from './upkeep';

export const claimUid = 'plugin::listings.claim';

/** Keeps that somebody asks for a listing that nobody manages, and asks for the proof that the address is theirs. */
export const sendClaim: WriteHandler<(typeof contract)['routes']['claim']> = async (strapi, body, sender) => {
  const { nickname, locale, slug, ...claim } = body;
  // Whatever filled the field that people do not see is told what people are told.
  if (nickname) return { mail: leaves() ? 'sent' : 'kept' };
  await admitSender(strapi, sender, claim.email);
  const resource: { documentId: string; name: string } | null = await strapi.db.query(resourceUid).findOne({
    select: ['documentId', 'name'],
    where: { slug, locale: canonicalLocale, publishedAt: { $notNull: true } },
  });
  if (!resource) throw new Refusal(404, 'error.unknownListing');
  if (await findUpkeep(strapi, resource.documentId)) throw new Refusal(409, 'error.ownedListing');

  const fingerprint = fingerprintOf({ ...claim, listing: resource.documentId });
  const asked = {
    listing: resource.documentId,
    name: resource.name,
    language: locale,
    sentAt: new Date(),
    fingerprint,
  };
  try {
    return await strapi.db.transaction(async () => {
      const { documentId } = await documents(strapi, claimUid).create({
        data: { ...claim, ...asked, state: 'unconfirmed' },
      });
      return { mail: await askProof(strapi, { uid: claimUid, documentId }, { email: claim.email, locale }) };
    });
  } catch (error) {
    if (isAlreadyStored(error)) throw await refuseSecond(strapi, fingerprint);
    throw error;
  }
};

/** Whoever sends again because no mail came is written to again. */
async function refuseSecond(strapi: Core.Strapi, fingerprint: string): Promise<Refusal> {
  const first = await strapi.db.query(claimUid).findOne({ where: { fingerprint } });
  if (first?.state === 'unconfirmed')
    await askProof(
      strapi,
      { uid: claimUid, documentId: first.documentId },
      { email: first.email, locale: first.language },
    );
  return new Refusal(409, 'error.alreadyReceived');
}
