import { Badge, Button, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { MailList, MailSummary } from '../contract';
import { MailDialog } from './MailDialog';
import { rights } from './rights';
import { useWords } from './words';

interface Props {
  readonly list: MailList;
  readonly onRead: (documentId: string) => Promise<string | undefined>;
  readonly onSendAgain: (documentId: string) => Promise<void>;
}

const columns = ['state', 'subject', 'recipient', 'date', 'actions'] as const;

export function MailTable({ list, onRead, onSendAgain }: Props) {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(rights.read);
  const [opened, setOpened] = useState<{ subject: string; text: string }>();

  async function attempt(action: () => Promise<void>) {
    try {
      await action();
    } catch {
      toggleNotification({ type: 'danger', message: say('mail.problem') });
    }
  }

  const read = ({ documentId, subject }: MailSummary) =>
    attempt(async () => setOpened({ subject, text: (await onRead(documentId)) ?? say('mail.gone') }));

  const sendAgain = ({ documentId }: MailSummary) =>
    attempt(async () => {
      await onSendAgain(documentId);
      toggleNotification({ type: 'success', message: say('mail.queued') });
    });

  return (
    <>
      <Table colCount={columns.length} rowCount={list.mails.length + 1}>
        <Thead>
          <Tr>
            {columns.map((column) => (
              <Th key={column}>
                <Typography variant="sigma">{say(`mail.column.${column}`)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {list.mails.map((mail) => (
            <Tr key={mail.documentId}>
              <Td>
                <MailStateBadge mail={mail} />
              </Td>
              <Td>
                <Typography>{mail.subject}</Typography>
              </Td>
              <Td>
                <Typography>{mail.recipient}</Typography>
              </Td>
              <Td>
                <MailDate mail={mail} />
              </Td>
              <Td>
                <Flex gap={2}>
                  {allowedActions['canRead'] && mail.state !== 'sent' && (
                    <Button variant="tertiary" size="S" onClick={() => read(mail)}>
                      {say('mail.read')}
                    </Button>
                  )}
                  {list.leaves && (mail.state === 'failed' || mail.state === 'kept') && (
                    <Button variant="secondary" size="S" onClick={() => sendAgain(mail)}>
                      {say('mail.again')}
                    </Button>
                  )}
                </Flex>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {opened && <MailDialog {...opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** Where a mail stands, after how many attempts, and why it is not further. */
function MailStateBadge({ mail: { state, attempts, problem } }: { readonly mail: MailSummary }) {
  const say = useWords();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Badge active={state === 'failed'}>{say(`mail.state.${state}`)}</Badge>
      {problem && (
        <Typography variant="pi" textColor="danger600" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {say('mail.attempts', { attempts })} · {problem}
        </Typography>
      )}
    </Flex>
  );
}

function MailDate({ mail: { createdAt } }: { readonly mail: MailSummary }) {
  const { formatDate } = useIntl();
  return (
    <Typography tag="time" dateTime={createdAt}>
      {formatDate(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
    </Typography>
  );
}
