import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useRef } from 'react';
import type { WaitingList } from '../contract';
import type { Decided } from './decision';
import { rights } from './rights';
import { useWaiting } from './waiting';
import { WaitingCard } from './WaitingCard';
import { useWords } from './words';

export default function ModerationPage() {
  return (
    <Page.Protect permissions={rights}>
      <Desk />
    </Page.Protect>
  );
}

/** Everything that waits for a decision, the oldest first. */
function Desk() {
  const say = useWords();
  const { state, load, remove } = useWaiting();
  if (state.status === 'loading') return <Page.Loading>{say('moderation.loading')}</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>{say('moderation.title')}</Page.Title>
      <Layouts.Header
        title={say('moderation.title')}
        subtitle={state.status === 'ready' && say('moderation.subtitle', { total: state.list.total })}
      />
      <Layouts.Content>
        {state.status === 'ready' ? (
          <Queue list={state.list} onDecided={remove} onEnd={load} />
        ) : (
          <EmptyStateLayout
            content={say('moderation.failed')}
            action={<Button onClick={load}>{say('moderation.retry')}</Button>}
            shadow="tableShadow"
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

interface QueueProps {
  readonly list: WaitingList;
  readonly onDecided: (item: Decided) => void;
  /** What was loaded is all decided, and more waits. */
  readonly onEnd: () => void;
}

function Queue({ list: { items, total }, onDecided, onEnd }: QueueProps) {
  const say = useWords();
  const headings = useRef(new Map<string, HTMLElement>());

  function takeOut(item: Decided) {
    const index = items.findIndex(({ documentId }) => documentId === item.documentId);
    const next = items[index + 1] ?? items[index - 1];
    onDecided(item);
    // What had the focus is gone: whoever works by keyboard goes on from the next one.
    if (next) headings.current.get(next.documentId)?.focus();
    else if (total > 1) onEnd();
  }

  if (items.length === 0) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={say('moderation.empty')}
        shadow="tableShadow"
      />
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
      {items.length < total && (
        <Typography textColor="neutral600">{say('moderation.more', { shown: items.length, total })}</Typography>
      )}
      {items.map((item) => (
        <WaitingCard
          key={item.documentId}
          item={item}
          headingRef={(heading) => {
            if (heading) headings.current.set(item.documentId, heading);
            else headings.current.delete(item.documentId);
          }}
          onDecided={takeOut}
        />
      ))}
    </Flex>
  );
}
