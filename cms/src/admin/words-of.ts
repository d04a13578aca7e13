import { useIntl, type PrimitiveType } from 'react-intl';

/**
 * The sentences of a plugin of the panel: `export const { sentence, useWords, registerTrads } = wordsOf(fr);`
 * French stands in for every language that has no sentence of its own.
 */
export function wordsOf<Words extends Readonly<Record<string, string>>>(french: Words) {
  type Key = keyof Words & string;

  /** A sentence as the panel takes it. */
  const sentence = (id: Key) => ({ id, defaultMessage: french[id]! });

  /** `say('mail.attempts', { attempts: 3 })` // => '3 essais' */
  function useWords() {
    const { formatMessage } = useIntl();
    return (id: Key, values?: Record<string, PrimitiveType>) => formatMessage(sentence(id), values);
  }

  /** What Strapi asks a plugin for its sentences by. */
  const registerTrads = async ({ locales }: { locales: readonly string[] }) =>
    locales.map((locale) => ({ locale, data: locale === 'fr' ? french : {} }));

  return { sentence, useWords, registerTrads };
}
