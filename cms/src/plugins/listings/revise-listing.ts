import { documents } from '../../lib/documents';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { admitLookUp } from '../resources/admit-look-up';
import { findZoneIds } from '../resources/find-zone-ids';
import type { contract } from './contract';
import { findHolding, inHolding } from './holding';
import { changedIn } from './merge-revision';
import { findProposal, revisionUid, withdrawProposals } from './proposal';
import { answersOf, type Experience, inOneLanguage, readVersions, revisable, type Values, valuesOf } from './versions';

type Routes = (typeof contract)['routes'];

/** What the form of a listing opens with: what waits to be public, else what is. */
export const draftListing: WriteHandler<Routes['draft']> = async (strapi, { locale, ...named }) => {
  const { listing } = await findHolding(strapi, named);
  const proposal = await findProposal(strapi, listing.documentId);
  if (proposal) {
    const revisedAt = new Date(proposal.sentAt).toISOString();
    return { name: listing.name, answers: answersOf(proposal), revisedAt };
  }
  const versions = await readVersions(strapi, listing.documentId, locale);
  if (!versions) throw new Refusal(404, 'error.unknownListing');
  return { name: listing.name, answers: answersOf(inOneLanguage(versions)) };
};

/**
 * Keeps what an owner proposes to change, for a moderator to decide: what is public stays as it is. What was proposed before
 * and waits is replaced under another name, so that nobody accepts what they have not seen.
 */
export const reviseListing: WriteHandler<Routes['revise']> = async (strapi, { token, slug, ...answers }, sender) => {
  await admitLookUp(strapi, sender);
  const { locale, languages, zones, experiences, justification, ...others } = answers;
  const zoneIds = await findZoneIds(strapi, zones);
  return inHolding(strapi, { token, slug }, async ({ owner, listing: { documentId } }) => {
    const versions = await readVersions(strapi, documentId, locale);
    if (!versions) throw new Refusal(404, 'error.unknownListing');
    const proposed: Values = {
      ...others,
      website: others.website ?? null,
      description: others.description ?? null,
      languages: languages.join(', '),
      zones: zoneIds.toSorted(),
      experiences: experiences.map(withNulls).sort((one, other) => one.stepNumber - other.stepNumber),
    };
    const changed = changedIn(valuesOf(inOneLanguage(versions)), proposed, revisable);
    await withdrawProposals(strapi, documentId);
    if (changed.length === 0) return { outcome: 'same' };
    const sent = { email: owner.email, language: locale, sentAt: new Date(), state: 'pending' };
    const data = { ...proposed, justification, listing: documentId, changed, ...sent };
    await documents(strapi, revisionUid).create({ data });
    return { outcome: 'edit' };
  });
};

const withNulls = ({
  since,
  reference,
  ...experience
}: {
  readonly stepNumber: number;
  readonly text: string;
  readonly since?: number | undefined;
  readonly reference?: string | undefined;
}): Experience => ({ ...experience, since: since ?? null, reference: reference ?? null });
