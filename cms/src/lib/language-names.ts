/** `nameLanguages('fr, nl', 'fr')` // => 'français et néerlandais' */
export function nameLanguages(codes: string, locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return new Intl.ListFormat(locale).format(codes.split(/,\s*/).map((code) => names.of(code) ?? code));
}
