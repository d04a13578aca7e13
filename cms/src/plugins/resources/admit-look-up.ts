import { readEnvironment } from '@s-tetic/config/environment';
import { networkOf } from '@s-tetic/config/network-of';
import type { Core } from '@strapi/strapi';
import type { Sender } from '../../lib/public-routes';
import { hashOfToday } from '../limits/hash-of-today';
import { Limiter } from '../limits/limiter';

/** Whoever hesitates looks up their listing several times before they send it. */
const perForm = 5;

let limiter: Limiter | undefined;

/** Lets a look-up in, unless its sender has made far more of them than the forms that they may send. @throws {Refusal} 429 */
export async function admitLookUp(strapi: Core.Strapi, { address }: Pick<Sender, 'address'>): Promise<void> {
  const { FORMS_PER_HOUR } = readEnvironment(process.env, 'cms');
  limiter ??= new Limiter(strapi, 'look-ups', FORMS_PER_HOUR * perForm, 'error.tooMany');
  await limiter.count(await hashOfToday(strapi, networkOf(address)));
}
