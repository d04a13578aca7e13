import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Counts } from '../panel';

/** How much waits; `failed` when it could not be asked, undefined while it is. */
export function useCounts(): Counts | 'failed' | undefined {
  const { get } = useFetchClient();
  const [counts, setCounts] = useState<Counts | 'failed'>();
  useEffect(() => {
    get<Counts>('/moderation/counts').then(
      ({ data }) => setCounts(data),
      () => setCounts('failed'),
    );
  }, [get]);
  return counts;
}
