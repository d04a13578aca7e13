import { useIntl, type PrimitiveType } from 'react-intl';
import fr from './fr.json';

type Key = keyof typeof fr;

/** A sentence of the plugin as the panel takes it. French stands in for every language that has no sentence of its own. */
export const sentence = (id: Key) => ({ id, defaultMessage: fr[id] });

/** `say('mail.attempts', { attempts: 3 })` // => '3 essais' */
export function useWords() {
  const { formatMessage } = useIntl();
  return (id: Key, values?: Record<string, PrimitiveType>) => formatMessage(sentence(id), values);
}
