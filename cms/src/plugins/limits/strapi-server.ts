import { contentPlugin } from '../../lib/content-plugin';
import { type Job, nowOf, type Timed } from '../jobs/job';
import { contract } from './contract';
import { eraseLimits, prepareLimits } from './prepare-limits';

const erase: Job<Timed> = { cron: '7 * * * *', handle: (strapi, data) => eraseLimits(strapi, nowOf(data)) };

/** How much one visitor may send, whichever process receives it. */
export default contentPlugin(contract, { services: { jobs: { erase } }, bootstrap: prepareLimits });
