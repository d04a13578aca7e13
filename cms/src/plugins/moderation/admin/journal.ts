import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { answerOf } from '../../../admin/answer-of';
import type { Entry, Journal } from '../panel';
import { useWords } from './words';

export interface JournalFilter {
  readonly page: number;
  readonly uid?: string | undefined;
  /** The number of a user of the panel. */
  readonly who?: string | undefined;
}

type State =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly journal: Journal };

/** A page of the journal, with the means to take a decision back. */
export function useJournal({ page, uid, who }: JournalFilter) {
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const say = useWords();
  const [state, setState] = useState<State>({ status: 'loading' });
  const [isUndoing, setUndoing] = useState(false);

  const load = useCallback(async () => {
    try {
      const params = { page, ...(uid && { uid }), ...(who && { who }) };
      const { data } = await get<Journal>('/moderation/journal', { params });
      setState({ status: 'ready', journal: data });
    } catch {
      setState({ status: 'failed' });
    }
  }, [get, page, uid, who]);

  async function undo({ id }: Entry) {
    setUndoing(true);
    try {
      await post(`/moderation/journal/${id}/undoing`);
      toggleNotification({ type: 'success', message: say('moderation.undone', { count: 1 }) });
    } catch (error) {
      toggleNotification({ type: 'warning', message: answerOf(error).message ?? say('moderation.undecided') });
    }
    await load();
    setUndoing(false);
  }

  useEffect(() => void load(), [load]);
  return { state, load, undo, isUndoing };
}
