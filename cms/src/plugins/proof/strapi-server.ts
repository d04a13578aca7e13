import { contentPlugin } from '../../lib/content-plugin';
import { type Job, nowOf, type Timed } from '../jobs/job';
import { confirmProof, lookAtProof } from './confirm';
import { contract } from './contract';
import { eraseUnconfirmed } from './erase-unconfirmed';
import { renewProof } from './renew';

const erase: Job<Timed> = { cron: '17 * * * *', handle: (strapi, data) => eraseUnconfirmed(strapi, nowOf(data)) };

/** Nothing that was sent reaches the moderators before its sender proved that the address is theirs. */
export default contentPlugin(contract, {
  routes: { look: lookAtProof, confirm: confirmProof, renew: renewProof },
  services: { jobs: { erase } },
});
