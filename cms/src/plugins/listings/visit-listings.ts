import { readEnvironment } from '@s-tetic/config/environment';
import { daysFrom } from '@s-tetic/config/retention';
import { websiteVisits } from '@s-tetic/config/upkeep';
import type { Core } from '@strapi/strapi';
import { canonicalLocale } from '../../lib/locales';
import { enqueue } from '../jobs/enqueue';
import { nowOf, type Timed } from '../jobs/job';
import { countVisit, isBroken, type VisitRecord } from './count-visit';
import { dayOf } from './ladder';
import { findListing, noteOnListing } from './listing';
import { visitWebsite } from './visit-website';

const websites = (strapi: Core.Strapi) => strapi.db.query('plugin::listings.website');

/** Has each website visited whose turn it is, by a job of its own: none waits for another, nor fails with it. */
export async function visitListings(strapi: Core.Strapi, now: Date): Promise<void> {
  // The job runs at the same minute each day: half a day less, or a week would be eight days.
  const before = daysFrom(now, 0.5 - websiteVisits.every);
  const { rows } = await strapi.db.connection.raw(
    `SELECT resource.document_id AS listing FROM resources_resources AS resource
    LEFT JOIN listings_websites AS visited ON visited.listing = resource.document_id
    WHERE resource.locale = ? AND resource.published_at IS NOT NULL AND resource.website <> ''
      AND (visited.id IS NULL OR visited.failures > 0 OR visited.visited_at < ? OR visited.address <> resource.website)`,
    [canonicalLocale, before],
  );
  for (const { listing } of rows as { listing: string }[])
    await enqueue('listings.visitWebsite', { listing, now: now.toISOString() });
}

export interface VisitJob extends Timed {
  readonly listing: string;
}

/** Visits the website of one listing, keeps how it went, and tells readers when it has broken or is repaired. */
export async function visitListing(strapi: Core.Strapi, { listing: documentId, ...timed }: VisitJob): Promise<void> {
  const listing = await findListing(strapi, documentId);
  if (!listing?.isPublic || !listing.website) return;
  const address = listing.website;
  const { SITE_URL, VISITS_ANYWHERE } = readEnvironment(process.env, 'cms');
  const problem = await visitWebsite(address, { name: `S-tetic (+${SITE_URL})`, goesAnywhere: VISITS_ANYWHERE });
  const now = nowOf(timed);

  await strapi.db.transaction(async () => {
    const known = await websites(strapi).findOne({ where: { listing: documentId } });
    const before: VisitRecord | undefined =
      known?.address === address ? { ...known, visitedAt: new Date(known.visitedAt) } : undefined;
    const record = countVisit(before, problem === undefined, now);
    const data = { listing: documentId, address, problem: problem ?? null, ...record };
    await (known ? websites(strapi).update({ where: { id: known.id }, data }) : websites(strapi).create({ data }));

    const unreachableAt = isBroken(record) ? (listing.unreachableAt ?? dayOf(now)) : null;
    if (unreachableAt !== listing.unreachableAt) await noteOnListing(strapi, documentId, { unreachableAt });
  });
}
