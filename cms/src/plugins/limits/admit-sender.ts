import { readEnvironment } from '@s-tetic/config/environment';
import { networkOf } from '@s-tetic/config/network-of';
import type { Core } from '@strapi/strapi';
import type { Sender } from '../../lib/public-routes';
import type { Purpose } from '../links/contract';
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
 * Lets a form in, unless its sender sends too many, or too many were sent that write to one mailbox. The visitor first, so that
 * whoever is refused uses up nobody else's. A form that writes to nobody counts for its visitor alone.
 *
 * Forms by which a person has a link mailed to them are counted apart, each kind by itself: whatever strangers send in the
 * name of an address, its person reaches what is theirs.
 *
 * The first forms of an hour are taken as they come. The next ones are refused with a challenge: whoever brings it back solved
 * is let in, for that form was counted. Whoever cannot solve it waits, and need do nothing else.
 * @param email the mailbox that will be written to
 * @param kind what the link is for that the form has mailed, where it does only that
 * @throws {Refusal} 429, with a `challenge` in its details where solving it is enough
 */
export async function admitSender(
  strapi: Core.Strapi,
  { address, work }: Sender,
  email?: string,
  kind: 'form' | Purpose = 'form',
): Promise<void> {
  limits ??= makeLimits(strapi);
  if (!(await spendWork(strapi, work))) await countForm(strapi, limits, address);
  if (email) await limits.mails.count(await hashOfToday(strapi, `${kind} ${email.toLowerCase()}`));
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
