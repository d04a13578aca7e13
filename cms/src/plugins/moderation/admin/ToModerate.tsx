import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { ageOf } from './age';
import { useWaiting } from './waiting';
import { useWords } from './words';

/** The widget of the panel's home: how much waits, and since when. */
export default function ToModerate() {
  const say = useWords();
  const { formatRelativeTime } = useIntl();
  const { state } = useWaiting();
  if (state.status === 'loading') return <Widget.Loading />;
  if (state.status === 'failed') return <Widget.Error>{say('moderation.widget.failed')}</Widget.Error>;
  const { total, items } = state.list;
  const [oldest] = items;
  if (!oldest) return <Widget.NoData>{say('moderation.widget.empty')}</Widget.NoData>;
  const { value, unit } = ageOf(oldest.sentAt, Date.now());
  return (
    <Flex direction="column" justifyContent="center" height="100%" gap={1}>
      <Typography variant="alpha">{total}</Typography>
      <Typography textColor="neutral600">{say('moderation.widget.count', { total })}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {say('moderation.widget.oldest', { age: formatRelativeTime(value, unit, { numeric: 'auto' }) })}
      </Typography>
    </Flex>
  );
}
