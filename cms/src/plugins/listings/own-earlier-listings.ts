import type { Core } from '@strapi/strapi';
import { giveListing } from './upkeep';

interface Approved {
  readonly listing: string;
  readonly email: string;
  readonly language: string;
  readonly decided_at: Date | null;
}

/**
 * Listings that were approved before they had owners are given to those who sent them, once for a database: later, nobody manages
 * a listing because its owner wished so, and whoever sent it may have handed it over before. Safe by several processes at once;
 * what somebody manages is left alone, and what was deleted stays so.
 */
export async function ownEarlierListings(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 's-tetic' });
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('s-tetic owners'))`);
    if (await store.get({ key: 'earlier-listings-owned' })) return;
    const { rows } = (await trx.raw(`
      SELECT DISTINCT ON (listing) listing, email, language, decided_at FROM resources_submissions AS submission
      WHERE state = 'approved'
        AND EXISTS (SELECT FROM resources_resources AS resource WHERE resource.document_id = submission.listing)
        AND NOT EXISTS (SELECT FROM listings_upkeeps AS upkeep WHERE upkeep.listing = submission.listing)
      ORDER BY listing, decided_at DESC`)) as { rows: Approved[] };
    for (const { decided_at, ...given } of rows) await giveListing(strapi, given, decided_at ?? new Date());
    // Those that came before listings could be late are not.
    await trx('resources_resources').whereNull('standing').update({ standing: 'current' });
    await store.set({ key: 'earlier-listings-owned', value: true });
  });
}
