import type { AstroGlobal } from 'astro';

/** Makes a page whose address is a secret: nothing on the way keeps it, no search engine lists it, no link betrays it. */
export function keepSecret(
  { locals, response }: Pick<AstroGlobal, 'locals' | 'response'>,
  { hasForm = false } = {},
): void {
  locals.shareable = false;
  response.headers.set('Cache-Control', 'no-store');
  // Under no-referrer a browser hides where a form comes from too (Origin: null), and it is refused as another site's.
  response.headers.set('Referrer-Policy', hasForm ? 'same-origin' : 'no-referrer');
  response.headers.set('X-Robots-Tag', 'noindex, nofollow');
}
