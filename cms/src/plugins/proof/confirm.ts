import type { WriteHandler } from '../../lib/public-routes';
import type { contract, LinkInput } from './contract';
import { findProof, tellProof } from './find-proof';

type Routes = (typeof contract)['routes'];

/** Says what a link would confirm, and changes nothing. */
export const lookAtProof: WriteHandler<Routes['look']> = async (strapi, { token }) =>
  tellProof(await findProof(strapi, token, new Date()));

/** Hands over to the moderators what was sent, now that its address is known to be its sender's. Once: a second time says the same. */
export const confirmProof: WriteHandler<Routes['confirm']> = async (strapi, { token }: LinkInput) =>
  strapi.db.transaction(async ({ trx }) => {
    const proof = await findProof(strapi, token, new Date());
    const told = tellProof(proof);
    if (!proof || told.state !== 'open') return told;
    const { uid, onProven } = proof.type;
    const confirmed = await trx(strapi.db.metadata.get(uid).tableName)
      .where({ id: proof.row.id, state: 'unconfirmed' })
      .update({ state: 'pending', updated_at: new Date() });
    if (confirmed === 0) return { ...told, state: 'confirmed' };
    const more = await onProven?.(strapi, { documentId: proof.subject.documentId });
    return { ...told, ...more, state: 'confirmed' };
  });
