import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { Waiting, WaitingList } from '../contract';

type State =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly list: WaitingList };

/** What waits for a decision, with the means to ask again and to take out what was decided. */
export function useWaiting() {
  const { get } = useFetchClient();
  const [state, setState] = useState<State>({ status: 'loading' });

  const load = useCallback(async () => {
    try {
      const { data } = await get<WaitingList>('/moderation/waiting');
      setState({ status: 'ready', list: data });
    } catch {
      setState({ status: 'failed' });
    }
  }, [get]);

  const remove = useCallback(
    ({ uid, documentId }: Pick<Waiting, 'uid' | 'documentId'>) => {
      setState((before) => {
        if (before.status !== 'ready') return before;
        const items = before.list.items.filter((item) => item.uid !== uid || item.documentId !== documentId);
        return {
          status: 'ready',
          list: { items, total: before.list.total - (before.list.items.length - items.length) },
        };
      });
    },
    [setState],
  );

  useEffect(() => void load(), [load]);
  return { state, load, remove };
}
