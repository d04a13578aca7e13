import { useIntl, type PrimitiveType } from 'react-intl';
import fr from './fr.json';

type Key = keyof typeof fr;

/** `say('comments.answer.sent', { author: 'Zoé' })`. French stands in for every language that has no sentence of its own. */
export function useWords() {
  const { formatMessage } = useIntl();
  return (id: Key, values?: Record<string, PrimitiveType>) => formatMessage({ id, defaultMessage: fr[id] }, values);
}
