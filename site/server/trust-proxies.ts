import type { IncomingMessage, IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * Leaves in the headers what trusted proxies wrote, and nothing that a visitor made up: Astro believes all it finds there.
 * `X-Forwarded-For` is cut down to the one address that the outermost trusted proxy saw. Done twice, it changes nothing more.
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
  const seen = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const visitor = addressIn(seen.at(-trusted) ?? seen[0]!);
  if (visitor === undefined) delete headers['x-forwarded-for'];
  else headers['x-forwarded-for'] = visitor;
}

/** Where a request whose headers were cut down comes from: what the proxies saw, or else the other end of the connection. */
export function visitorOf({ headers, socket }: IncomingMessage): string {
  return String(headers['x-forwarded-for'] ?? socket.remoteAddress ?? '');
}

/**
 * An address as proxies write it, without the port that some add; undefined when it is none.
 * `addressIn('[2001:db8::1]:443')` // => '2001:db8::1'; `addressIn('unknown')` // => undefined
 */
function addressIn(text: string): string | undefined {
  const [, address = ''] = /^"?\[?([0-9a-f.:]+?)(?:\]?:\d{1,5}|\])?"?$/i.exec(text.trim()) ?? [];
  const bare = isIP(text.trim()) ? text.trim() : address;
  return isIP(bare) ? bare : undefined;
}
