import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { MailList, MailText } from '../contract';

type State =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly list: MailList };

/** The mails of the site, with the means to ask for them again, to read one and to send one again. */
export function useMails() {
  const { get, post } = useFetchClient();
  const [state, setState] = useState<State>({ status: 'loading' });

  const load = useCallback(async () => {
    try {
      const { data } = await get<MailList>('/mail/mails');
      setState({ status: 'ready', list: data });
    } catch {
      setState({ status: 'failed' });
    }
  }, [get]);

  const read = async (documentId: string) => (await get<MailText>(`/mail/mails/${documentId}`)).data.text;

  async function sendAgain(documentId: string) {
    await post(`/mail/mails/${documentId}/sending`);
    await load();
  }

  useEffect(() => void load(), [load]);
  return { state, load, read, sendAgain };
}
