import type { WriteHandler } from '../../lib/public-routes';
import { leaves } from '../mail/post-mail';
import { askProof } from './ask-proof';
import type { contract } from './contract';
import { findProof } from './find-proof';

/** Mails a fresh link to the address that the expired one was mailed to. */
export const renewProof: WriteHandler<(typeof contract)['routes']['renew']> = async (strapi, { token }) => {
  const proof = await findProof(strapi, token, new Date());
  if (proof?.row.state === 'unconfirmed') {
    const { email, language } = proof.row;
    await askProof(strapi, proof.subject, { email, locale: language });
  }
  return { mail: leaves() ? 'sent' : 'kept' };
};
