import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useIntl } from 'react-intl';
import type { Waiting, WaitingField } from '../contract';
import { ageOf } from './age';
import { DecisionButtons } from './DecisionButtons';
import type { Decided } from './decision';
import { useWords } from './words';

interface Props {
  readonly item: Waiting;
  /** Takes the heading, for the keyboard to land on. */
  readonly headingRef: (heading: HTMLElement | null) => void;
  readonly onDecided: (item: Decided) => void;
}

/** One thing that waits: what it is, how long it has waited, all that was sent, and the decisions. */
export function WaitingCard({ item, headingRef, onDecided }: Props) {
  const say = useWords();
  const { formatDate, formatRelativeTime } = useIntl();
  const { value, unit } = ageOf(item.sentAt, Date.now());
  return (
    <Box tag="article" background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box>
          <Flex gap={2} paddingBottom={2}>
            <Badge>{item.kind}</Badge>
            <Typography
              tag="time"
              variant="pi"
              textColor="neutral600"
              dateTime={item.sentAt}
              title={say('moderation.age', {
                date: formatDate(item.sentAt, { dateStyle: 'long', timeStyle: 'short' }),
              })}
            >
              {formatRelativeTime(value, unit, { numeric: 'auto' })}
            </Typography>
          </Flex>
          <Typography tag="h2" variant="beta" tabIndex={-1} ref={headingRef} dir="auto" style={asTyped}>
            {item.title}
          </Typography>
        </Box>
        <DecisionButtons item={item} onDecided={onDecided} />
      </Flex>
      <Box
        tag="dl"
        paddingTop={4}
        paddingBottom={4}
        style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '1.2rem' }}
      >
        {item.fields.map((field, index) => (
          <SentField key={index} field={field} />
        ))}
      </Box>
      <Typography
        tag={Link}
        variant="pi"
        textColor="primary600"
        to={`/content-manager/collection-types/${item.uid}/${item.documentId}`}
      >
        {say('moderation.open')}
      </Typography>
    </Box>
  );
}

/** Line breaks as they were typed; a word without end is broken rather than let out of its box. */
const asTyped = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

function SentField({ field: { label, value, isChoice } }: { field: WaitingField }) {
  const { formatMessage } = useIntl();
  return (
    <div>
      <Typography tag="dt" variant="sigma" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="dd" textColor="neutral800" dir="auto" style={{ ...asTyped, margin: 0, maxWidth: '75ch' }}>
        {isChoice ? formatMessage({ id: value, defaultMessage: value }) : value}
      </Typography>
    </div>
  );
}
