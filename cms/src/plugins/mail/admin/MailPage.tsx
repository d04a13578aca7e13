import { Box, Button, EmptyStateLayout, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { MailTable } from './MailTable';
import { useMails } from './mails';
import { rights } from './rights';
import { useWords } from './words';

export default function MailPage() {
  return (
    <Page.Protect permissions={rights.see}>
      <Outbox />
    </Page.Protect>
  );
}

/** What the site wrote: what could not be delivered first. */
function Outbox() {
  const say = useWords();
  const { state, load, read, sendAgain } = useMails();
  if (state.status === 'loading') return <Page.Loading>{say('mail.loading')}</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>{say('mail.title')}</Page.Title>
      <Layouts.Header title={say('mail.title')} subtitle={say('mail.subtitle')} />
      <Layouts.Content>
        {state.status === 'failed' && (
          <EmptyStateLayout
            content={say('mail.failed')}
            action={<Button onClick={load}>{say('mail.retry')}</Button>}
            shadow="tableShadow"
          />
        )}
        {state.status === 'ready' && !state.list.leaves && (
          <Box background="warning100" hasRadius padding={4} marginBottom={4}>
            <Typography textColor="warning700">{say('mail.kept')}</Typography>
          </Box>
        )}
        {state.status === 'ready' && state.list.mails.length === 0 && (
          <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={say('mail.empty')} shadow="tableShadow" />
        )}
        {state.status === 'ready' && state.list.mails.length > 0 && (
          <MailTable list={state.list} onRead={read} onSendAgain={sendAgain} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
