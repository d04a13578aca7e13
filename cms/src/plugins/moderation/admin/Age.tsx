import { useIntl } from 'react-intl';
import { ageOf } from './age';
import { type Key, useWords } from './words';

/** How long something has waited: «il y a 3 jours». The moment itself is said to whoever points at it. */
export function Age({ of, sentence }: { readonly of: string; readonly sentence?: Key }) {
  const say = useWords();
  const { formatDate, formatRelativeTime } = useIntl();
  const { value, unit } = ageOf(of, Date.now());
  const age = formatRelativeTime(value, unit, { numeric: 'auto' });
  const date = formatDate(of, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <time dateTime={of} title={say('moderation.age', { date })}>
      {sentence ? say(sentence, { age }) : age}
    </time>
  );
}
