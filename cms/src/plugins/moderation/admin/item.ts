import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { answerOf } from '../../../admin/answer-of';
import type { Item } from '../panel';
import { subjectOf } from './desk';

export type ItemState =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'gone' }
  | { readonly status: 'ready'; readonly item: Item };

/** Everything about one item, by its key; loaded again when the key changes. `none` without a key. */
export function useItem(key: string | undefined): { state: ItemState; load: () => Promise<void> } {
  const { get } = useFetchClient();
  const [loaded, setLoaded] = useState<{ key: string; state: ItemState }>();

  const load = useCallback(async () => {
    if (key === undefined) return;
    const { uid, documentId } = subjectOf(key);
    try {
      const { data } = await get<Item>(`/moderation/waiting/${uid}/${documentId}`);
      setLoaded({ key, state: { status: 'ready', item: data } });
    } catch (error) {
      setLoaded({ key, state: { status: answerOf(error).status === 404 ? 'gone' : 'failed' } });
    }
  }, [get, key]);

  useEffect(() => void load(), [load]);
  // Until it is there, never another's.
  const missing: ItemState = { status: key === undefined ? 'none' : 'loading' };
  return { state: key !== undefined && loaded?.key === key ? loaded.state : missing, load };
}
