import { timingSafeEqual } from 'node:crypto';

/** Whether an `Authorization` header proves that the site's own server asks. */
export function isFromSite(authorization: string): boolean {
  const expected = Buffer.from(`Bearer ${process.env.SITE_TOKEN}`);
  const found = Buffer.from(authorization);
  return found.length === expected.length && timingSafeEqual(found, expected);
}
