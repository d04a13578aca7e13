import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { answerOf } from '../../../admin/answer-of';
import { useWords } from './words';

export interface Answered {
  readonly documentId: string;
  readonly author: string;
}

/** Publishes an answer and says how it went. */
export function useAnswer({ documentId, author }: Answered) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const say = useWords();
  const [isSending, setSending] = useState(false);

  /** @returns whether it is published */
  async function answer(text: string): Promise<boolean> {
    setSending(true);
    try {
      await post('/comments/answers', { documentId, text });
      toggleNotification({ type: 'success', message: say('comments.answer.sent', { author }) });
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: answerOf(error).message ?? say('comments.answer.failed') });
      return false;
    } finally {
      setSending(false);
    }
  }

  return { answer, isSending };
}
