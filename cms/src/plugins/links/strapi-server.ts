import { daysFrom, retention } from '@s-tetic/config/retention';
import { contentPlugin } from '../../lib/content-plugin';
import { type Job, nowOf, type Timed } from '../jobs/job';
import { contract } from './contract';
import { eraseLinks } from './link';

/** Kept a little longer than they work, so that whoever comes late is told that they came late. */
const erase: Job<Timed> = {
  cron: '23 3 * * *',
  handle: (strapi, data) => eraseLinks(strapi, daysFrom(nowOf(data), -retention.unconfirmed)),
};

/** Links that prove, to whoever opens them, that they received a mail. */
export default contentPlugin(contract, { services: { jobs: { erase } } });
