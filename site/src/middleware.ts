import type { APIContext } from 'astro';
import { defineMiddleware } from 'astro:middleware';
import { catalogue } from '@s-tetic/config/words';
import { FRENCH, prefixOf, withoutPrefix } from './i18n/locale.ts';
import { askFrame, wasKnown } from './lib/frame.ts';
import { notFound } from './lib/not-found.ts';
import { openVisit, openVisitOffline, type Visit } from './lib/visit.ts';

/**
 * How long a page may be kept, in seconds. What changes is purged by tag at once: these bounds only matter when a purge was missed,
 * and `swr` is how long a page outlives a CMS that is away.
 */
const lifetimes: Readonly<Record<number, { maxAge: number; swr: number }>> = {
  200: { maxAge: 3600, swr: 30 * 24 * 3600 },
  404: { maxAge: 10, swr: 0 },
};

/** Astro runs this a second time, with other `locals`, to show that a page is not found. */
const visits = new WeakMap<Request, Visit>();

/** Gives each request its language and its means to read, and each answer the conditions under which it may be kept. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { pathname, search } = context.url;
  if (prefixOf(pathname) === FRENCH) return context.redirect(withoutPrefix(pathname, FRENCH) + search, 301);

  const visit =
    context.routePattern === '/500'
      ? openVisitOffline(languageOffline(context.locals.failure?.path ?? pathname))
      : (visits.get(context.request) ?? (await openVisitAt(pathname)));
  visits.set(context.request, visit);
  // Astro keeps its own `locals` object; descriptors, because some of a visit's properties are computed when read.
  Object.defineProperties(context.locals, Object.getOwnPropertyDescriptors(visit));

  const response = isElsewhere(context) ? notFound() : await next();
  const lifetime = lifetimes[response.status];
  if (context.request.method === 'GET' && context.locals.shareable && lifetime && visit.tags.size > 0)
    context.cache?.set({ ...lifetime, tags: [...visit.tags] });
  return response;
});

/**
 * The first segment is a language if the CMS knows it now: a language added in the panel needs no restart.
 * One that it knew a moment ago is believed at once, and its page and frame are then asked for side by side.
 */
async function openVisitAt(pathname: string): Promise<Visit> {
  const prefix = prefixOf(pathname);
  if (!prefix) return openVisit(FRENCH, { path: pathname });
  const path = withoutPrefix(pathname, prefix);
  if (wasKnown(prefix)) return openVisit(prefix, { path });
  const answer = await askFrame(prefix);
  return answer.data
    ? openVisit(prefix, { asked: Promise.resolve(answer), path })
    : openVisit(FRENCH, { path: pathname });
}

function languageOffline(path: string): string {
  const prefix = prefixOf(path.split('?', 1)[0] ?? path);
  return prefix && (wasKnown(prefix) || Object.hasOwn(catalogue, prefix)) ? prefix : FRENCH;
}

/** Whether the route's `[...locale]` caught something else than the language of the visit: `/a/b/charte`, `/xx/charte`. */
function isElsewhere({ params, locals, routePattern }: APIContext): boolean {
  return routePattern.startsWith('/[...locale]') && (params['locale'] ?? FRENCH) !== locals.locale;
}
