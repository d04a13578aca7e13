/** Why a reader gets an error page instead of the page: what `500.astro` shows. */
export interface Failure {
  /** 503 when the CMS is out of reach, 500 when we are at fault, 400, 405, 411, 413, 414 or 429 when the request will not do. */
  status: number;
  /** The path that was asked for, from which the language of the page follows. */
  path: string;
  /** Seconds after which it is worth coming back. */
  retryAfter?: number;
  /** Of the request, when it is refused for that. */
  method?: string | undefined;
  /** What was exceeded: bytes of a body (413), characters of an address (414). */
  limit?: number | undefined;
}

/** Seconds that a reader is asked to wait when nothing better is known. */
export const RETRY_AFTER = 10;

/**
 * What went wrong, for `500.astro`: either site/server asks for the error page and says why in `locals`,
 * or a page threw and Astro hands over the error.
 *
 *     const failure = failureOf(Astro.locals, Astro.props.error, Astro.url.pathname);
 *     if (failure.retryAfter) Astro.response.headers.set('Retry-After', String(failure.retryAfter));
 *
 * Astro answers 500 whatever its error page says; site/server makes it a 503 when `Retry-After` is there.
 */
export function failureOf(locals: { failure?: Failure | undefined }, error: unknown, path: string): Failure {
  if (locals.failure) return locals.failure;
  return isCmsUnavailable(error) ? { status: 503, path, retryAfter: RETRY_AFTER } : { status: 500, path };
}

/** Whether a page failed for want of the CMS. By its name: the server in front of Astro is not in the bundle that holds the class. */
export function isCmsUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === 'CmsUnavailable';
}
