import type { IncomingMessage } from 'node:http';

/** The page of a link to receive no more mails, in any language: `/courriels/<token>`. */
const unsubscribing = /^(\/[A-Za-z-]+)?\/courriels\/[\w-]{43}$/;

/**
 * Lets a mail program press the button of an unsubscribe link for its user (RFC 8058 §3.2): it says nothing of where it comes
 * from, and Astro refuses a form without an `Origin`. The secret in the address is all that the page acts by, whatever the body.
 */
export function allowOneClick({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): void {
  if (headers.origin === undefined && unsubscribing.test(url)) headers['content-type'] = 'application/octet-stream';
}
