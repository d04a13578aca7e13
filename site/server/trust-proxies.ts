import type { IncomingHttpHeaders } from 'node:http';

/**
 * Leaves in the headers what trusted proxies wrote, and nothing that a visitor made up: Astro believes all it finds there.
 * `X-Forwarded-For` is cut down to the one address that the outermost trusted proxy saw.
 *
 *     // two proxies, and a visitor who pretends to be 1.1.1.1
 *     'x-forwarded-for': '1.1.1.1, 203.0.113.7, 10.0.0.2' // => '203.0.113.7'
 *
 * @param trusted How many proxies stand in front (`TRUSTED_PROXIES`).
 */
export function trustProxies(headers: IncomingHttpHeaders, trusted: number): void {
  delete headers['forwarded'];
  if (trusted === 0) {
    for (const name of ['for', 'host', 'port', 'proto']) delete headers[`x-forwarded-${name}`];
    return;
  }
  const seen = [headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((address) => address.trim());
  const visitor = seen.at(-trusted) ?? seen[0];
  if (visitor) headers['x-forwarded-for'] = visitor;
}
