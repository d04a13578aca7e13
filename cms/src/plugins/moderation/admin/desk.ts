import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { WaitingList } from '../panel';

export interface Filter {
  readonly uid?: string | undefined;
  /** What waits for its sender, in place of what waits for a moderator. */
  readonly isAsked: boolean;
}

type State =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly list: WaitingList };

/** By which an item is known on the page and in its address. */
export const keyOf = ({ uid, documentId }: { readonly uid: string; readonly documentId: string }): string =>
  `${uid}:${documentId}`;

/** `subjectOf('plugin::comments.comment:abc')` // => { uid: 'plugin::comments.comment', documentId: 'abc' } */
export function subjectOf(key: string): { uid: string; documentId: string } {
  const end = key.lastIndexOf(':');
  return { uid: key.slice(0, end), documentId: key.slice(end + 1) };
}

/** What waits for a decision, with the means to ask again and to take out what was decided. */
export function useDesk({ uid, isAsked }: Filter) {
  const { get } = useFetchClient();
  const [state, setState] = useState<State>({ status: 'loading' });

  const load = useCallback(async () => {
    try {
      const params = { ...(uid && { uid }), ...(isAsked && { state: 'asked' }) };
      const { data } = await get<WaitingList>('/moderation/waiting', { params });
      setState({ status: 'ready', list: data });
    } catch {
      setState({ status: 'failed' });
    }
  }, [get, uid, isAsked]);

  const takeOut = useCallback(
    (keys: ReadonlySet<string>) => {
      setState((before) =>
        before.status === 'ready'
          ? { ...before, list: { ...before.list, items: before.list.items.filter((item) => !keys.has(keyOf(item))) } }
          : before,
      );
      // The counts, and what came meanwhile.
      void load();
    },
    [load],
  );

  useEffect(() => void load(), [load]);
  return { state, load, takeOut };
}
