import type { WorldAddresses } from './world.ts';

/**
 * Posts to the CMS what somebody sent, as the site does: `postAsSite(world, '/comments/comments', { author: 'Zoé', … })`.
 * @param body an object, or a text to send as it is
 * @param headers what the site tells of the sender
 */
export function postAsSite(
  { cmsUrl, secrets }: Pick<WorldAddresses, 'cmsUrl' | 'secrets'>,
  path: string,
  body: object | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${cmsUrl}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secrets.SITE_TOKEN}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
