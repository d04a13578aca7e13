import type { Core } from '@strapi/strapi';
import type { ClientConfig } from 'pg';
import { contentPlugin } from '../../lib/content-plugin';
import { answerChanges } from './answer-changes';
import { ChangeFeed } from './change-feed';
import { ChangeSignal } from './change-signal';
import { contract } from './contract';
import { prepareLog } from './prepare-log';
import { pruneLog } from './prune-log';

const hour = 3_600_000;

let running: { readonly feed: ChangeFeed; readonly signal: ChangeSignal; readonly pruning: NodeJS.Timeout } | undefined;

async function start(strapi: Core.Strapi): Promise<void> {
  await prepareLog(strapi);
  await pruneLog(strapi);
  const signal = new ChangeSignal(strapi.config.get<ClientConfig>('database.connection.connection'));
  signal.follow();
  const prune = () => pruneLog(strapi).catch((error: unknown) => strapi.log.error(error));
  running = { feed: new ChangeFeed(strapi, signal), signal, pruning: setInterval(() => void prune(), hour).unref() };
}

async function stop(): Promise<void> {
  if (!running) return;
  clearInterval(running.pruning);
  await running.feed.close();
  await running.signal.stop();
}

/** The durable feed of what changes in public answers, which the site follows to keep its pages true. */
export default contentPlugin(contract, {
  siteRoute: answerChanges(() => running!.feed),
  bootstrap: start,
  destroy: stop,
});
