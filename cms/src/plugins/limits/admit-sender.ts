import { readEnvironment } from '@s-tetic/config/environment';
import { networkOf } from '@s-tetic/config/network-of';
import type { Core } from '@strapi/strapi';
import type { Sender } from '../../lib/public-routes';
import { makeChallenge } from './challenge';
import { hashOfToday } from './hash-of-today';
import { Limiter, refuseFor } from './limiter';
import { spendWork } from './spend-work';

interface Limits {
  readonly forms: Limiter;
  readonly mails: Limiter;
  /** Forms of an hour that are taken without work. */
  readonly free: number;
}

let limits: Limits | undefined;

/**
 * Lets a form in, unless its sender sends too many, or too many were sent in the name of one mailbox: each would write to it.
 * The visitor first, so that whoever is refused uses up nobody else's. A form without an address counts for its visitor alone.
 *
 * The first forms of an hour are taken as they come. The next ones are refused with a challenge: whoever brings it back solved
 * is let in, for that form was counted. Whoever cannot solve it waits, and need do nothing else.
 * @throws {Refusal} 429, with a `challenge` in its details where solving it is enough
 */
export async function admitSender(strapi: Core.Strapi, { address, work }: Sender, email?: string): Promise<void> {
  limits ??= makeLimits(strapi);
  if (!(await spendWork(strapi, work))) await countForm(strapi, limits, address);
  if (email) await limits.mails.count(await hashOfToday(strapi, email.toLowerCase()));
}

async function countForm(strapi: Core.Strapi, { forms, free }: Limits, address: string): Promise<void> {
  const { counted, retryAfter } = await forms.count(await hashOfToday(strapi, networkOf(address)));
  if (counted > free) throw refuseFor('error.work', retryAfter, { challenge: await makeChallenge(new Date()) });
}

function makeLimits(strapi: Core.Strapi): Limits {
  const { FORMS_PER_HOUR, FORMS_PER_HOUR_WITHOUT_PROOF, MAILS_PER_HOUR } = readEnvironment(process.env, 'cms');
  return {
    forms: new Limiter(strapi, 'forms', FORMS_PER_HOUR, 'error.tooMany'),
    mails: new Limiter(strapi, 'mails', MAILS_PER_HOUR, 'error.tooManyMails'),
    free: FORMS_PER_HOUR_WITHOUT_PROOF,
  };
}
