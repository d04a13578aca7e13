import { contentPlugin } from '../../lib/content-plugin';
import type { Job } from '../jobs/job';
import { askData, type Asked, mailLink } from './ask-data';
import { contract } from './contract';
import { eraseData } from './erase-data';
import { copyData, summarizeData } from './show-data';

const jobs = { mailLink: { handle: mailLink } satisfies Job<Asked> };

/** What the law gives everyone: to have what is kept of their address, and to have it erased. */
export default contentPlugin(contract, {
  routes: { ask: askData, look: summarizeData, copy: copyData, erase: eraseData },
  services: { jobs },
});
