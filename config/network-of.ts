import { isIPv6 } from 'node:net';

/**
 * What counts as one visitor: an IPv4 address, or the /64 that one subscriber has of IPv6 (RFC 6177), in which they can
 * take any of 2⁶⁴ addresses.
 *
 *     networkOf('203.0.113.7')            // => '203.0.113.7'
 *     networkOf('::ffff:203.0.113.7')     // => '203.0.113.7'
 *     networkOf('2001:db8:1:2:3:4:5:6')   // => '2001:db8:1:2'
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return bare;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? [];
  return mapped ?? groupsOf(bare).slice(0, 4).join(':');
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = splitGroups(head);
  if (tail === undefined) return before;
  const after = splitGroups(tail);
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

function splitGroups(part: string): string[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => (group.includes('.') ? ['v4', 'v4'] : group.replace(/^0+(?=.)/, '')));
}
