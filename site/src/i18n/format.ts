/** `formatDate('2026-11-23', 'fr')` // => '23 novembre 2026'. ISO 8601 in, the day as Wallonia lives it out. */
export function formatDate(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(new Date(iso));
}

/** `languageName('nl', 'fr')` // => 'néerlandais'. The code itself where Intl knows no name. */
export function languageName(code: string, inLocale: string): string {
  return new Intl.DisplayNames([inLocale], { type: 'language' }).of(code) ?? code;
}

/** A language by the name its own speakers give it, with a capital: `Nederlands`. */
export function ownLanguageName(code: string): string {
  const name = languageName(code, code);
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** `ltr` or `rtl`, for the `dir` of what is written in that language. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return new Intl.Locale(locale).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

/** `listOf(['Namur', 'Liège', 'HBN'], 'fr')` // => 'Namur, Liège et HBN' */
export function listOf(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** `formatKilobytes(12642, 'fr')` // => '12,6 ko'. A kilobyte is a thousand bytes. */
export function formatKilobytes(bytes: number, locale: string): string {
  const format = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(bytes / 1000);
}
