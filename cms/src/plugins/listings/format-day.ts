/** `formatDay('2026-11-24', 'fr')` // => '24 novembre 2026' */
export const formatDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
