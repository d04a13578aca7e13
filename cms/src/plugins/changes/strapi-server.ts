import type { Core } from '@strapi/strapi';
import type { ClientConfig } from 'pg';
import { contentPlugin } from '../../lib/content-plugin';
import type { Job } from '../jobs/job';
import { answerChanges } from './answer-changes';
import { ChangeFeed } from './change-feed';
import { ChangeSignal } from './change-signal';
import { contract } from './contract';
import { prepareLog } from './prepare-log';
import { pruneLog } from './prune-log';

const prune: Job = { cron: '37 * * * *', handle: pruneLog };

let running: { readonly feed: ChangeFeed; readonly signal: ChangeSignal } | undefined;

async function start(strapi: Core.Strapi): Promise<void> {
  await prepareLog(strapi);
  const signal = new ChangeSignal(strapi.config.get<ClientConfig>('database.connection.connection'));
  signal.follow();
  running = { feed: new ChangeFeed(strapi, signal), signal };
}

async function stop(): Promise<void> {
  await running?.feed.close();
  await running?.signal.stop();
}

/** The durable feed of what changes in public answers, which the site follows to keep its pages true. */
export default contentPlugin(contract, {
  siteRoute: answerChanges(() => running!.feed),
  services: { jobs: { prune } },
  bootstrap: start,
  destroy: stop,
});
