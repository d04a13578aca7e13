interface Located {
  readonly lang: string;
  readonly french?: readonly string[] | undefined;
}

/**
 * The `lang` to mark a text with: undefined when it is in the reader's language.
 *
 *     <h1 lang={langOf(step, locale, 'title')}>{step.title}</h1>
 *
 * @param field names one field of an item, which may still be in French although the item is translated
 */
export function langOf(item: Located, locale: string, field?: string): string | undefined {
  const lang = field && item.french?.includes(field) ? 'fr' : item.lang;
  return lang === locale ? undefined : lang;
}
