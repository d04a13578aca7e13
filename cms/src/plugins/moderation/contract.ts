import { z } from 'zod';
import { rank } from '../../lib/attributes';
import type { Contract } from '../../lib/contract';
import { paragraph } from '../../lib/public-input';
import { linkInput } from '../proof/contract';

const contentTypes = {
  reason: {
    kind: 'collection',
    singular: 'Motif de refus',
    plural: 'Motifs de refus',
    description: 'Les phrases toutes prêtes de la modération. Traduites, elles partent dans la langue de l’auteur.',
    draftAndPublish: true,
    localized: true,
    mainField: 'title',
    columns: ['rank', 'title'],
    sort: 'rank',
    layout: [['title', 'rank'], ['text']],
    attributes: {
      title: { type: 'string', label: 'Nom du motif', help: 'Vous seuls le voyez.', required: true, maxLength: 80 },
      text: {
        type: 'text',
        label: 'Texte',
        help: 'Il est envoyé à l’auteur et conservé avec la décision.',
        required: true,
        localized: true,
        maxLength: 2000,
      },
      rank,
    },
  },
  question: {
    kind: 'collection',
    singular: 'Question posée',
    plural: 'Questions posées',
    description: 'Ce qui est demandé aux auteurs avant de décider, et ce qu’ils répondent.',
    draftAndPublish: false,
    localized: false,
    hidden: true,
    mainField: 'text',
    columns: ['text'],
    layout: [['text']],
    indexes: [{ name: 'questions_subject', columns: ['subject'] }],
    attributes: {
      uid: { type: 'string', label: 'Type', required: true },
      subject: { type: 'string', label: 'Document', required: true, private: true },
      text: { type: 'text', label: 'Question', required: true, private: true },
      email: { type: 'email', label: 'Posée à', private: true },
      askedBy: { type: 'string', label: 'Posée par', required: true, private: true },
      askedAt: { type: 'datetime', label: 'Posée le', required: true },
      answer: { type: 'text', label: 'Réponse', private: true },
      answeredAt: { type: 'datetime', label: 'Répondue le' },
    },
  },
} as const satisfies Contract['contentTypes'];

const decisions = ['approved', 'refused', 'spam', 'asked'] as const;

/** What a moderator may decide. */
export type Verdict = (typeof decisions)[number];

const subject = { uid: z.string(), documentId: z.string() };

const item = {
  ...subject,
  /** Of the item as the moderator read it: it is not decided when its sender changed it since. */
  version: z.string().optional(),
};

const verdict = {
  decision: z.enum(decisions),
  /** Told to the sender, and kept: why it is refused, or what they are asked. */
  reason: z.string().trim().max(2000).optional(),
  /** A reason that staff keep ready, told in the sender's language where it is translated. */
  readyReason: z.string().optional(),
};

interface Reasoned {
  readonly decision: Verdict;
  readonly reason?: string | undefined;
  readonly readyReason?: string | undefined;
}

const saysWhy = ({ decision, reason, readyReason }: Reasoned) =>
  decision === 'refused' ? Boolean(reason || readyReason) : decision !== 'asked' || Boolean(reason);

const mustSayWhy = { path: ['reason'], params: { reason: 'required' } };

/** What a moderator decides of something that waits. */
export const decisionInput = z
  .strictObject({
    ...item,
    ...verdict,
    /** The attributes that are accepted, where only part of an edit is. */
    fields: z.array(z.string()).min(1).max(100).optional(),
  })
  .refine(saysWhy, mustSayWhy);

export const manyInput = z
  .strictObject({ items: z.array(z.strictObject(item)).min(1).max(100), ...verdict })
  .refine(saysWhy, mustSayWhy);

export const subjectInput = z.strictObject(subject);

export type Decision = z.infer<typeof decisionInput>;
export type ManyDecisions = z.infer<typeof manyInput>;

/** What became of one of many decisions. */
export interface Outcome {
  readonly uid: string;
  readonly documentId: string;
  /** Of the journal, when it was decided. */
  readonly entry?: string;
  /** Why it was not, in French: somebody else decided before, and who. */
  readonly problem?: string;
}

/** What the bearer of the link of a question is told. */
export const questionAnswer = z.object({
  state: z.enum(['open', 'answered', 'closed']),
  question: z.string(),
  /** ISO 8601, of what the question is about. */
  sentAt: z.iso.datetime(),
});

export const replyInput = z.strictObject({ ...linkInput.shape, text: paragraph(4000) });

export type QuestionAnswer = z.infer<typeof questionAnswer>;

export const contract = {
  name: 'moderation',
  title: 'Modération',
  contentTypes,
  routes: {
    question: {
      method: 'POST',
      path: '/questions',
      summary: 'What moderators ask about something that was sent, by the link mailed to its sender. Changes nothing',
      body: linkInput,
      answer: questionAnswer,
    },
    reply: {
      method: 'POST',
      path: '/answers',
      summary: 'Answer what moderators ask: what was sent waits for them again',
      body: replyInput,
      answer: questionAnswer,
    },
  },
} as const satisfies Contract;
