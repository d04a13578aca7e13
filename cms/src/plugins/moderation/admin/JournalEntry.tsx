import { Accordion, Badge, Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { Entry } from '../panel';
import { AsTyped, ChangedText } from './ChangedText';
import { keyOf } from './desk';
import { useWords } from './words';

interface Props {
  readonly entry: Entry;
  readonly isDisabled: boolean;
  readonly onUndo: () => void;
}

/** One decision: who, when, what and why, what it changed, and the means to take it back. */
export function JournalEntry({ entry, isDisabled, onUndo }: Props) {
  const say = useWords();
  const { formatDate } = useIntl();
  const { at, who, kind, decision, reason, fields, changes, canBeUndone } = entry;
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box style={{ minWidth: 0 }}>
          <Flex gap={3} wrap="wrap">
            <Typography tag="time" variant="pi" textColor="neutral600" dateTime={at}>
              {formatDate(at, { dateStyle: 'long', timeStyle: 'short' })}
            </Typography>
            <Badge>{kind}</Badge>
          </Flex>
          <Typography tag="p">
            <strong>{who}</strong> {say(`moderation.journal.${decision}`)} <Subject entry={entry} />
          </Typography>
          {reason && (
            <Typography tag="p" textColor="neutral600">
              {say(decision === 'asked' ? 'moderation.journal.question' : 'moderation.journal.reason')}&nbsp;:{' '}
              <AsTyped>{reason}</AsTyped>
            </Typography>
          )}
          {fields && (
            <Typography tag="p" textColor="neutral600">
              {say('moderation.journal.fields', { fields: fields.join(', ') })}
            </Typography>
          )}
        </Box>
        {canBeUndone && (
          <Button variant="tertiary" size="S" disabled={isDisabled} onClick={onUndo}>
            {say('moderation.journal.undo')}
          </Button>
        )}
      </Flex>
      {changes.length > 0 && <Changes changes={changes} />}
    </Box>
  );
}

/** A link to what was decided, unless its texts were erased. */
function Subject({ entry }: { readonly entry: Entry }) {
  const say = useWords();
  if (entry.isErased) return <em>{say('moderation.journal.erased')}</em>;
  const address = `/plugins/moderation?${new URLSearchParams({ item: keyOf(entry) })}`;
  return (
    <Link tag={NavLink} to={address}>
      <AsTyped>«&nbsp;{entry.title}&nbsp;»</AsTyped>
    </Link>
  );
}

function Changes({ changes }: Pick<Entry, 'changes'>) {
  const say = useWords();
  return (
    <Box paddingTop={3}>
      <Accordion.Root size="S">
        <Accordion.Item value="changes">
          <Accordion.Header>
            <Accordion.Trigger>{say('moderation.journal.changes')}</Accordion.Trigger>
          </Accordion.Header>
          <Accordion.Content>
            <Box tag="dl" padding={4}>
              {changes.map(({ label, changes }) => (
                <Box key={label} paddingBottom={3}>
                  <Typography tag="dt" variant="sigma" textColor="neutral600">
                    {label}
                  </Typography>
                  <Typography tag="dd" dir="auto">
                    <ChangedText changes={changes} />
                  </Typography>
                </Box>
              ))}
            </Box>
          </Accordion.Content>
        </Accordion.Item>
      </Accordion.Root>
    </Box>
  );
}
