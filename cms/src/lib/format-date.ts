/** Whose clock says which day it is, in what people read. */
export const timeZone = 'Europe/Brussels';

/**
 * The day of a moment as Wallonia lives it, for mails: the pages of the site say the same (site/src/i18n/format.ts). A day stays
 * what it is.
 *
 *     formatDate('2026-11-24T23:30:00Z', 'fr') // => '25 novembre 2026'
 *     formatDate('2026-11-24', 'fr') // => '24 novembre 2026'
 */
export const formatDate = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(iso));
