import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { findLink } from '../links/link';
import type { contract, SubmissionStatus } from './contract';
import { findListingPath } from './find-listing-path';

/** What became of what a provider sent. Neither their address nor who decided is told. */
export const followSubmission: WriteHandler<(typeof contract)['routes']['follow']> = async (strapi, { token }) => {
  const link = await findLink(strapi, 'follow', token);
  const submission =
    link &&
    link.expiresAt > new Date() &&
    (await strapi.db.query('plugin::resources.submission').findOne({ where: { documentId: link.subject.documentId } }));
  if (!submission) throw new Refusal(404, 'error.unknownLink');

  const { reference, name, state, sentAt, decidedAt, reason, listing } = submission;
  const status: SubmissionStatus = {
    reference,
    name,
    // To be taken for a nuisance is a refusal; its sender is told no more.
    state: state === 'spam' ? 'refused' : state,
    sentAt: new Date(sentAt).toISOString(),
    ...(decidedAt && { decidedAt: new Date(decidedAt).toISOString() }),
    ...(state === 'refused' && reason && { reason }),
  };
  const path = listing && (await findListingPath(strapi, listing));
  return path ? { ...status, path } : status;
};
