import { contentPlugin } from '../../lib/content-plugin';
import { type Job, nowOf, type Timed } from '../jobs/job';
import { removeQuestion } from './ask-sender';
import { contract } from './contract';
import { panelRoutes } from './panel-routes';
import { prepareJournal } from './prepare-journal';
import { registerRights } from './rights';
import { sendDigest } from './send-digest';
import { lookAtQuestion, takeAnswer } from './take-answer';

/** On working mornings, before the day begins. */
const digest: Job<Timed> = { cron: '30 7 * * 1-5', handle: (strapi, data) => sendDigest(strapi, nowOf(data)) };

/** Where staff decide of what the public sends, and what is kept of their decisions. */
export default contentPlugin(contract, {
  routes: { question: lookAtQuestion, reply: takeAnswer },
  adminRoutes: panelRoutes,
  services: { jobs: { digest }, personal: { question: { remove: removeQuestion } } },
  bootstrap: async (strapi) => {
    await registerRights(strapi);
    await prepareJournal(strapi);
  },
});
