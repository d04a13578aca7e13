import { randomBytes } from 'node:crypto';
import type { Core, Modules } from '@strapi/strapi';
import { findPageAt } from '../../lib/find-page-at';
import { Refusal } from '../../lib/refusal';
import { everyoneMayRead } from './public-comments';

interface Sent {
  readonly path: string;
  readonly inReplyTo?: string;
  publicKey?: string;
  target?: string | undefined;
}

/** Gives a new comment its key, and ties it to the document of its page, which it follows when the address of the page changes. */
export function attachComments(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const { data } = context.params as { data?: Sent };
    if (context.uid !== 'plugin::comments.comment' || context.action !== 'create' || !data) return next();

    data.publicKey ??= randomBytes(8).toString('hex');
    data.target ??= await findPageAt(strapi, data.path);
    if (!data.target) throw refuseField('error.unknownPage', 'path', { path: data.path });
    if (data.inReplyTo) await refuseUnanswerable(strapi, data.inReplyTo, data.target);
    return next();
  };
}

/** @throws {Refusal} when there is no such comment on that page any more, or it is itself an answer */
async function refuseUnanswerable(strapi: Core.Strapi, publicKey: string, target: string): Promise<void> {
  const answered = await strapi.db
    .query('plugin::comments.comment')
    .findOne({ select: ['inReplyTo'], where: { publicKey, target, ...everyoneMayRead } });
  if (!answered) throw new Refusal(404, 'error.unknownComment');
  if (answered.inReplyTo) throw new Refusal(422, 'error.replyOfReply');
}

const refuseField = (key: string, field: string, values: Record<string, string>) =>
  new Refusal(404, key, values, { issues: [{ path: [field], key, values }] });
