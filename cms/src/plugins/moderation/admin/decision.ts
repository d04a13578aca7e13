import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Decision, Waiting } from '../contract';
import { type Key, useWords } from './words';

export type Decided = Pick<Waiting, 'uid' | 'documentId' | 'title' | 'isRemark'>;

const told: Record<Decision['decision'], Key> = {
  approved: 'moderation.approved',
  refused: 'moderation.refused',
  spam: 'moderation.spammed',
  asked: 'moderation.asked',
};

/** Sends a decision and says how it went. What someone else decided first is told, and counts as decided. */
export function useDecision(onDecided: (item: Decided) => void) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const say = useWords();
  const [isDeciding, setDeciding] = useState(false);

  async function decide(
    { uid, documentId, title, isRemark }: Decided,
    decision: Decision['decision'],
    reason?: string,
  ) {
    setDeciding(true);
    try {
      await post('/moderation/decisions', { uid, documentId, decision, ...(reason && { reason }) });
      toggleNotification({
        type: 'success',
        message: say(isRemark && decision === 'approved' ? 'moderation.filed' : told[decision], { title }),
      });
      onDecided({ uid, documentId, title });
    } catch (error) {
      const { status, message } = answerOf(error);
      const isTooLate = status === 404 || status === 409;
      toggleNotification({ type: isTooLate ? 'warning' : 'danger', message: message ?? say('moderation.undecided') });
      if (isTooLate) onDecided({ uid, documentId, title });
    } finally {
      setDeciding(false);
    }
  }

  return { decide, isDeciding };
}

interface Refused {
  readonly response?: { readonly data?: { readonly error?: { readonly status?: number; readonly message?: string } } };
}

const answerOf = (error: unknown) => (error as Refused).response?.data?.error ?? {};
