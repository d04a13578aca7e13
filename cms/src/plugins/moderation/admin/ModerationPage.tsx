import { Button, EmptyStateLayout, Tabs } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import type { Counts } from '../panel';
import { type Filter, useDesk } from './desk';
import { DigestSwitch } from './DigestSwitch';
import { JournalTab } from './JournalTab';
import { KindFilter } from './KindFilter';
import { Queue } from './Queue';
import { rights } from './rights';
import { useWords } from './words';

export default function ModerationPage() {
  return (
    <Page.Protect permissions={rights}>
      <Moderation />
    </Page.Protect>
  );
}

/** Everything that waits for a decision, and every decision that was taken. */
function Moderation() {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const filter: Filter = { uid: params.get('kind') ?? undefined, isAsked: params.get('state') === 'asked' };
  const desk = useDesk(filter);

  if (desk.state.status === 'loading') return <Page.Loading>{say('moderation.loading')}</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>{say('moderation.title')}</Page.Title>
      <Layouts.Header
        title={say('moderation.title')}
        subtitle={desk.state.status === 'ready' && say('moderation.subtitle', { total: desk.state.list.total })}
        primaryAction={<DigestSwitch />}
      />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={params.get('tab') ?? 'desk'}
          onValueChange={(tab) => {
            setParams(tab === 'desk' ? {} : { tab });
            void desk.load();
          }}
        >
          <Tabs.List aria-label={say('moderation.tabs')}>
            <Tabs.Trigger value="desk">{say('moderation.tab.desk')}</Tabs.Trigger>
            <Tabs.Trigger value="journal">{say('moderation.tab.journal')}</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="desk" style={{ paddingTop: '1.6rem' }}>
            <Desk desk={desk} filter={filter} />
          </Tabs.Content>
          <Tabs.Content value="journal" style={{ paddingTop: '1.6rem' }}>
            <JournalTab />
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

function Desk({ desk: { state, load, takeOut }, filter }: { desk: ReturnType<typeof useDesk>; filter: Filter }) {
  const say = useWords();
  const [, setParams] = useSearchParams();
  if (state.status !== 'ready') {
    return (
      <EmptyStateLayout
        content={say('moderation.failed')}
        action={<Button onClick={load}>{say('moderation.retry')}</Button>}
        shadow="tableShadow"
      />
    );
  }
  const { list } = state;
  const isFiltered = filter.uid !== undefined || filter.isAsked;
  return (
    <>
      <KindFilter
        counts={list}
        filter={filter}
        onFilter={({ uid, isAsked }) => setParams({ ...(uid && { kind: uid }), ...(isAsked && { state: 'asked' }) })}
      />
      <Queue
        list={list}
        total={countOf(list, filter)}
        onDecided={takeOut}
        onUndone={load}
        emptyList={
          <EmptyStateLayout
            icon={<EmptyDocuments width="16rem" />}
            content={say(isFiltered ? 'moderation.empty.kind' : 'moderation.empty')}
            shadow="tableShadow"
          />
        }
      />
    </>
  );
}

const countOf = ({ kinds, total, asked }: Counts, { uid, isAsked }: Filter): number =>
  isAsked ? asked : uid === undefined ? total : (kinds.find((kind) => kind.uid === uid)?.count ?? 0);
