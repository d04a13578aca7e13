import type { Contract } from '../../lib/contract';

/** `waiting` to leave, `sent`, `kept` for want of a mail server, or `failed` for good. */
const states = ['waiting', 'sent', 'kept', 'failed'] as const;

const contentTypes = {
  mail: {
    kind: 'collection',
    singular: 'Courriel',
    plural: 'Courriels',
    description: 'Ce que le site écrit aux personnes qui lui envoient quelque chose.',
    draftAndPublish: false,
    localized: false,
    hidden: true,
    mainField: 'subject',
    columns: ['state', 'subject', 'recipient'],
    layout: [['subject', 'recipient']],
    indexes: [
      { name: 'mails_cause_unique', columns: ['cause'], type: 'unique' },
      { name: 'mails_state_created_at', columns: ['state', 'created_at'] },
    ],
    attributes: {
      cause: { type: 'string', label: 'Cause', help: 'Ce qui n’est annoncé qu’une fois.', required: true },
      recipient: { type: 'email', label: 'Destinataire', required: true, private: true },
      language: { type: 'string', label: 'Langue', required: true },
      subject: { type: 'string', label: 'Objet', required: true },
      sealed: {
        type: 'text',
        label: 'Texte chiffré',
        help: 'Il contient des liens qui valent signature : il s’efface au départ du courriel.',
        private: true,
      },
      state: { type: 'enumeration', label: 'État', options: states, required: true },
      attempts: { type: 'integer', label: 'Essais', required: true, min: 0 },
      problem: { type: 'text', label: 'Dernier problème', private: true },
      sentAt: { type: 'datetime', label: 'Parti le' },
    },
  },
} as const satisfies Contract['contentTypes'];

export type MailState = (typeof states)[number];

/** A mail as the list of the panel shows it. */
export interface MailSummary {
  readonly documentId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly problem: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
}

export interface MailList {
  /** Those that need somebody first, then the newest. */
  readonly mails: readonly MailSummary[];
  /** Whether a mail server is set: without one, mails are kept. */
  readonly leaves: boolean;
}

/** What a mail says. `text` is absent once it has left. */
export interface MailText {
  readonly text?: string;
}

export const contract = { name: 'mail', title: 'Courrier', contentTypes } as const satisfies Contract;
