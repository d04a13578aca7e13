import type { ServerResponse } from 'node:http';
import { isFromSite } from '../../lib/is-from-site';
import { checked, answering, type Context } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import type { ChangeFeed } from './change-feed';
import { changesQuery, type ChangesQuery } from './contract';

/** `GET /api/changes?since=<cursor>&wait=<seconds>`: only the site may ask. */
export function answerChanges(feed: () => ChangeFeed) {
  return answering(async (context: Context & { readonly res: ServerResponse }) => {
    if (!isFromSite(context.get('authorization'))) throw new Refusal(401, 'error.401.title');
    const query = checked(changesQuery, context.query) as ChangesQuery;
    const over = new AbortController();
    context.res.once('close', () => over.abort());
    context.set('Cache-Control', 'no-store');
    context.body = await feed().find(query, over.signal);
  });
}
