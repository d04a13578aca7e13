import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { answerOf } from '../../../admin/answer-of';
import type { Outcome, Verdict } from '../contract';
import type { Waiting } from '../panel';
import { keyOf } from './desk';
import { type Key, useWords } from './words';

export type Decided = Pick<Waiting, 'uid' | 'documentId' | 'title' | 'isRemark' | 'version'>;

/** What is told with a decision: words, or a reason that is kept ready. */
export interface Why {
  readonly reason?: string;
  readonly readyReason?: string;
}

export interface Problem {
  readonly title: string;
  readonly message: string;
}

/** What was just done: the sentence that says it, what was left undone and why, and by what it can be taken back. */
export interface Done {
  readonly sentence: string;
  readonly problems: readonly Problem[];
  readonly decisions: readonly Decision[];
}

/** A decision that was taken: on what, and its entry in the journal. */
export interface Decision {
  readonly key: string;
  readonly entry: string;
}

const told: Record<Verdict, Key> = {
  approved: 'moderation.approved',
  refused: 'moderation.refused',
  spam: 'moderation.spammed',
  asked: 'moderation.asked',
};

/** Of most that is approved the public sees something from then on; of these nothing, or less. */
const toldOfApproved: Readonly<Record<string, Key>> = {
  'plugin::listings.claim': 'moderation.approved.claim',
  'plugin::reports.report': 'moderation.approved.report',
};

interface Then {
  readonly onDecided: (keys: ReadonlySet<string>) => void;
  readonly onUndone: (keys: readonly string[]) => void;
}

/** Sends decisions and says how they went. What someone else decided first is told, and counts as decided. */
export function useDecision({ onDecided, onUndone }: Then) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const say = useWords();
  const [isDeciding, setDeciding] = useState(false);
  const [done, setDone] = useState<Done>();

  async function attempt(action: () => Promise<void>) {
    if (isDeciding) return;
    setDeciding(true);
    try {
      await action();
    } catch (error) {
      toggleNotification({ type: 'danger', message: answerOf(error).message ?? say('moderation.undecided') });
    } finally {
      setDeciding(false);
    }
  }

  const decide = (item: Decided, decision: Verdict, why: Why = {}, fields?: readonly string[]) =>
    attempt(async () => {
      const { uid, documentId, version, title } = item;
      try {
        const { data } = await post<{ entry: string }>('/moderation/decisions', {
          uid,
          documentId,
          version,
          decision,
          ...why,
          ...(fields && { fields }),
        });
        setDone({
          sentence: say(keyTelling(item, decision), { title }),
          problems: [],
          decisions: [{ key: keyOf(item), entry: data.entry }],
        });
      } catch (error) {
        const { status, message } = answerOf(error);
        if (status !== 404 && status !== 409) throw error;
        toggleNotification({ type: 'warning', message: message ?? say('moderation.undecided') });
      }
      onDecided(new Set([keyOf(item)]));
    });

  const decideMany = (items: readonly Decided[], decision: Verdict, why: Why = {}) =>
    attempt(async () => {
      const { data } = await post<{ outcomes: Outcome[] }>('/moderation/many-decisions', {
        items: items.map(({ uid, documentId, version }) => ({ uid, documentId, version })),
        decision,
        ...why,
      });
      const titles = new Map(items.map((item) => [keyOf(item), item.title]));
      const decisions = data.outcomes.flatMap(({ entry, ...subject }) =>
        entry === undefined ? [] : { key: keyOf(subject), entry },
      );
      const problems = data.outcomes.flatMap(({ problem, ...subject }) =>
        problem === undefined ? [] : { title: titles.get(keyOf(subject))!, message: problem },
      );
      setDone({
        sentence: say('moderation.many', { count: decisions.length, failed: problems.length }),
        problems,
        decisions,
      });
      onDecided(new Set(titles.keys()));
    });

  const undo = (decisions: readonly Decision[]) =>
    attempt(async () => {
      for (const { entry } of decisions) await post(`/moderation/journal/${entry}/undoing`);
      setDone({ sentence: say('moderation.undone', { count: decisions.length }), problems: [], decisions: [] });
      onUndone(decisions.map(({ key }) => key));
    });

  return { decide, decideMany, undo, isDeciding, done };
}

function keyTelling({ uid, isRemark }: Decided, decision: Verdict): Key {
  if (decision !== 'approved') return told[decision];
  return isRemark ? 'moderation.filed' : (toldOfApproved[uid] ?? told.approved);
}
