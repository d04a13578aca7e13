import { contentPlugin } from '../../lib/content-plugin';
import { onlyWhoMay } from '../../lib/panel-access';
import { type Job, nowOf, type Timed } from '../jobs/job';
import { contract } from './contract';
import { eraseMails, removeMail } from './erase-mails';
import { listMailsForPanel, readMailForPanel, sendAgainFromPanel } from './panel-mails';
import { giveUpMail, type MailJob, sendMail } from './send-mail';

/** About three days, at ever longer intervals. */
const retries = 16;

/** One at a time: what ends the process interrupts one mail at most. */
const send: Job<MailJob> = { handle: sendMail, onDead: giveUpMail, retries };

const erase: Job<Timed> = { cron: '41 3 * * *', handle: (strapi, data) => eraseMails(strapi, nowOf(data)) };

export default contentPlugin(contract, {
  services: { jobs: { send, erase }, personal: { mail: { remove: removeMail } } },
  adminRoutes: [
    { method: 'GET', path: '/mails', handler: listMailsForPanel, config: onlyWhoMay('plugin::mail.see') },
    { method: 'GET', path: '/mails/:documentId', handler: readMailForPanel, config: onlyWhoMay('plugin::mail.read') },
    {
      method: 'POST',
      path: '/mails/:documentId/sending',
      handler: sendAgainFromPanel,
      config: onlyWhoMay('plugin::mail.see'),
    },
  ],
  bootstrap: async (strapi) => {
    await strapi.service('admin::permission').actionProvider.registerMany([
      { section: 'plugins', displayName: 'Voir ce qui part et ce qui ne part pas', uid: 'see', pluginName: 'mail' },
      { section: 'plugins', displayName: 'Lire ce qui n’est pas parti', uid: 'read', pluginName: 'mail' },
    ]);
  },
});
