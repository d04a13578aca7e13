import { contentPlugin } from '../../lib/content-plugin';
import { type Job, nowOf, type Timed } from '../jobs/job';
import { actOnListing } from './act-on-listing';
import { type Asked, askLink, mailLink } from './ask-link';
import { contract } from './contract';
import { describeClaim, flagClaim, grantClaim, settleClaim, tellClaimant, undoClaim } from './decide-claim';
import { applyRevision, describeRevision, readPublicListing, tellOwner, undoRevision } from './decide-revision';
import { handOver, lookAtHandover, takeOver } from './hand-over';
import { keepUp } from './keep-up';
import { openHoldings } from './open-holdings';
import { ownEarlierListings } from './own-earlier-listings';
import { draftListing, reviseListing } from './revise-listing';
import { sendClaim } from './send-claim';
import { followPublication } from './visibility';
import { findManaged, forgetOwner } from './personal-listings';
import { visitListing, visitListings, type VisitJob } from './visit-listings';

const jobs = {
  mailLink: { handle: mailLink } satisfies Job<Asked>,
  keepUp: { cron: '5 7 * * *', handle: (strapi, data) => keepUp(strapi, nowOf(data)) } satisfies Job<Timed>,
  visitWebsites: {
    cron: '11 4 * * *',
    handle: (strapi, data) => visitListings(strapi, nowOf(data)),
  } satisfies Job<Timed>,
  visitWebsite: { handle: visitListing } satisfies Job<VisitJob>,
};

/** What becomes of a listing once it is public: who manages it, and how it is kept right. */
export default contentPlugin(contract, {
  routes: {
    ask: askLink,
    open: openHoldings,
    act: actOnListing,
    draft: draftListing,
    revise: reviseListing,
    handOver,
    lookAtHandover,
    takeOver,
    claim: sendClaim,
  },
  services: {
    jobs,
    personal: { owner: { findPublished: findManaged, remove: forgetOwner } },
    moderated: {
      revision: {
        onApproved: applyRevision,
        onDecided: tellOwner,
        onUndone: undoRevision,
        readPublic: readPublicListing,
        describe: describeRevision,
      },
      claim: {
        onProven: settleClaim,
        onApproved: grantClaim,
        onDecided: tellClaimant,
        onUndone: undoClaim,
        findFlags: flagClaim,
        describe: describeClaim,
      },
    },
  },
  register: (strapi) => strapi.documents.use(followPublication(strapi)),
  bootstrap: ownEarlierListings,
});
