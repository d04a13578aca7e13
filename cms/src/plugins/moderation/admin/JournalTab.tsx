import {
  Button,
  EmptyStateLayout,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { JournalEntry } from './JournalEntry';
import { type JournalFilter, useJournal } from './journal';
import { useWords } from './words';

const all = 'all';

/** Every decision that was taken, the newest first, a page at a time. */
export function JournalTab() {
  const say = useWords();
  const [filter, setFilter] = useState<JournalFilter>({ page: 1 });
  const { state, load, undo, isUndoing } = useJournal(filter);
  if (state.status === 'loading') return <Page.Loading>{say('moderation.loading')}</Page.Loading>;
  if (state.status === 'failed') {
    return (
      <EmptyStateLayout
        content={say('moderation.journal.failed')}
        action={<Button onClick={load}>{say('moderation.retry')}</Button>}
        shadow="tableShadow"
      />
    );
  }
  const { entries, total, pageSize, people, kinds } = state.journal;
  const choose = (chosen: Partial<JournalFilter>) => setFilter({ ...filter, page: 1, ...chosen });
  return (
    <>
      <Flex gap={4} paddingBottom={4} wrap="wrap" alignItems="flex-end">
        <Choice
          label={say('moderation.journal.kind')}
          everything={say('moderation.journal.everything')}
          value={filter.uid}
          options={kinds.map(({ uid, kind }) => ({ value: uid, label: kind }))}
          onChoose={(uid) => choose({ uid })}
        />
        <Choice
          label={say('moderation.journal.person')}
          everything={say('moderation.journal.everybody')}
          value={filter.who}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChoose={(who) => choose({ who })}
        />
        <Typography textColor="neutral600" role="status">
          {say('moderation.journal.total', { total })}
        </Typography>
      </Flex>
      {entries.length === 0 ? (
        <EmptyStateLayout content={say('moderation.journal.empty')} shadow="tableShadow" />
      ) : (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={2} aria-label={say('moderation.journal.list')}>
          {entries.map((entry) => (
            <JournalEntry key={entry.id} entry={entry} isDisabled={isUndoing} onUndo={() => void undo(entry)} />
          ))}
        </Flex>
      )}
      <Pages page={filter.page} pages={Math.ceil(total / pageSize)} onTurn={(page) => choose({ page })} />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly everything: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string | undefined) => void;
}

function Choice({ label, everything, value = all, options, onChoose }: ChoiceProps) {
  return (
    <Field.Root style={{ minWidth: '22rem' }}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value} onChange={(chosen) => onChoose(chosen === all ? undefined : String(chosen))}>
        <SingleSelectOption value={all}>{everything}</SingleSelectOption>
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}

function Pages({ page, pages, onTurn }: PagesProps) {
  const say = useWords();
  if (pages < 2) return null;
  return (
    <Flex tag="nav" aria-label={say('moderation.journal.pages')} gap={4} paddingTop={4} justifyContent="center">
      <Button variant="tertiary" disabled={page === 1} onClick={() => onTurn(page - 1)}>
        {say('moderation.journal.newer')}
      </Button>
      <Typography>{say('moderation.journal.page', { page, pages })}</Typography>
      <Button variant="tertiary" disabled={page === pages} onClick={() => onTurn(page + 1)}>
        {say('moderation.journal.older')}
      </Button>
    </Flex>
  );
}
