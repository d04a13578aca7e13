import { timingSafeEqual } from 'node:crypto';
import { readEnvironment } from '@s-tetic/config/environment';

/** Whether an `Authorization` header proves that the site's own server asks. */
export function isFromSite(authorization: string): boolean {
  const { SITE_TOKEN } = readEnvironment(process.env, 'cms');
  const expected = Buffer.from(`Bearer ${SITE_TOKEN}`);
  const found = Buffer.from(authorization);
  return found.length === expected.length && timingSafeEqual(found, expected);
}
