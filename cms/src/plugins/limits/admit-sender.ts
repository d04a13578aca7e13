import { readEnvironment } from '@s-tetic/config/environment';
import type { Core } from '@strapi/strapi';
import type { Sender } from '../../lib/public-routes';
import { hashOfToday } from './hash-of-today';
import { Limiter } from './limiter';
import { networkOf } from './network-of';

let limiters: { readonly forms: Limiter; readonly mails: Limiter } | undefined;

/**
 * Lets a form in, unless its sender sends too many, or too many were sent in the name of one mailbox: each would write to it.
 * The visitor first, so that whoever is refused uses up nobody else's.
 * @throws {Refusal} 429
 */
export async function admitSender(strapi: Core.Strapi, { address }: Sender, email: string): Promise<void> {
  limiters ??= makeLimiters(strapi);
  await limiters.forms.count(await hashOfToday(strapi, networkOf(address)));
  await limiters.mails.count(await hashOfToday(strapi, email.toLowerCase()));
}

function makeLimiters(strapi: Core.Strapi) {
  const { FORMS_PER_HOUR, MAILS_PER_HOUR } = readEnvironment(process.env, 'cms');
  return {
    forms: new Limiter(strapi, 'forms', FORMS_PER_HOUR, 'error.tooMany'),
    mails: new Limiter(strapi, 'mails', MAILS_PER_HOUR, 'error.tooManyMails'),
  };
}
