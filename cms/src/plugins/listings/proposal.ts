import type { Core } from '@strapi/strapi';
import { documents, type Row } from '../../lib/documents';

export const revisionUid = 'plugin::listings.revision';

/** Changes of a listing that wait for a decision, or for an answer of its owner. There is at most one of each listing. */
export interface Proposal extends Row {
  readonly state: 'pending' | 'asked';
  readonly sentAt: string;
}

/** What waits for one listing, with its zones and experiences. */
export async function findProposal(strapi: Core.Strapi, listing: string): Promise<Proposal | undefined> {
  const [found] = await documents(strapi, revisionUid).findMany({
    filters: { listing, state: { $in: ['pending', 'asked'] } },
    populate: { zones: true, experiences: true },
    sort: 'sentAt:desc',
    limit: 1,
  });
  return found as Proposal | undefined;
}

/** Takes back what waits for one listing: nobody decides of it any more. */
export async function withdrawProposals(strapi: Core.Strapi, listing: string): Promise<void> {
  const waiting: { documentId: string }[] = await strapi.db
    .query(revisionUid)
    .findMany({ select: ['documentId'], where: { listing, state: { $in: ['pending', 'asked'] } } });
  for (const { documentId } of waiting) await documents(strapi, revisionUid).delete({ documentId });
}
