import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { startJobs, stopJobs } from './enqueue';

/** Work that must not be lost and need not be waited for. */
export default contentPlugin(contract, { bootstrap: startJobs, destroy: stopJobs });
