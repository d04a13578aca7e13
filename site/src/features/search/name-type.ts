import { isWordKey, type Words } from '../../i18n/words.ts';

/** What readers call a type of content. One that came with no word of its own keeps what staff call it, in French. */
export function nameType(t: Words, type: string, label = type): { label: string; lang: string | undefined } {
  const key = `search.type.${type}`;
  return isWordKey(key) ? { label: t(key), lang: t.langOf(key) } : { label, lang: 'fr' };
}
