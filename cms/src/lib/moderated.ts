import type { Attribute, ContentType } from './contract';

/**
 * Where something a stranger sent stands. `unconfirmed` until its sender proved that their address is theirs: nobody is
 * shown it before. `asked` while its sender is asked for more: it is `pending` again once they have answered.
 * Only `approved` is ever public.
 */
export const states = ['unconfirmed', 'pending', 'asked', 'approved', 'refused', 'spam'] as const;

export type State = (typeof states)[number];

/** What every type that waits for a moderator carries. Code writes it, so that a decision always leaves its trace. */
export const moderationAttributes = {
  state: {
    type: 'enumeration',
    label: 'État',
    options: states,
    default: 'unconfirmed',
    required: true,
    readOnly: true,
  },
  reason: {
    type: 'text',
    label: 'Motif',
    help: 'Pourquoi ce contenu a été refusé.',
    private: true,
    readOnly: true,
  },
  decidedBy: { type: 'string', label: 'Décidé par', private: true, readOnly: true },
  decidedAt: { type: 'datetime', label: 'Décidé le', private: true, readOnly: true },
  fingerprint: {
    type: 'string',
    label: 'Empreinte',
    help: 'Reconnaît un second envoi du même formulaire.',
    private: true,
    readOnly: true,
  },
} as const satisfies Record<string, Attribute>;

export const moderationLayout = [['state', 'decidedAt'], ['reason'], ['decidedBy']] as const;

/** Whether documents of this type wait for a moderator. */
export const isModerated = ({ attributes }: ContentType): boolean => 'state' in attributes;
