import type { StrapiApp } from '@strapi/strapi/admin';

/**
 * Leaves out of the panel what serves neither editors nor translators: Strapi's shop, its editor of content types
 * (ours are code) and its announcements.
 */
export function leaveOutNoise(app: StrapiApp): void {
  app.addRBACMiddleware([
    () => (next) => (permissions) => next(permissions.filter(({ action }) => !unused.has(action))),
  ]);
  for (const announcement of announcements) localStorage.setItem(announcement, 'true');
}

/** Whoever has these rights is shown what they open. */
const unused = new Set(['admin::marketplace.read', 'plugin::content-type-builder.read']);

/** Where the browser remembers what was dismissed. The part after the colon is the project's number, which we do not have. */
const announcements = [
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false',
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_true:false',
];
