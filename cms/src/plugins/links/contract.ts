import type { Contract } from '../../lib/contract';

/**
 * What the bearer of a link may do: `confirm` an address, `follow` what became of what was sent, `manage` the listings of an
 * owner, `takeOver` one that another hands over, `answer` what moderators ask, `amend` a comment or take it back, `silence` the mails about answers to it,
 * have all the `data` of an address.
 */
const purposes = ['confirm', 'follow', 'manage', 'takeOver', 'answer', 'amend', 'silence', 'data'] as const;

const contentTypes = {
  link: {
    kind: 'collection',
    singular: 'Lien envoyé',
    plural: 'Liens envoyés',
    description: 'Les liens secrets envoyés par courriel. Seule leur empreinte est conservée.',
    draftAndPublish: false,
    localized: false,
    hidden: true,
    mainField: 'purpose',
    columns: ['purpose'],
    layout: [['purpose']],
    indexes: [
      { name: 'links_hash_unique', columns: ['hash'], type: 'unique' },
      { name: 'links_subject', columns: ['uid', 'subject'] },
      { name: 'links_expires_at', columns: ['expires_at'] },
    ],
    attributes: {
      hash: { type: 'string', label: 'Empreinte', required: true, private: true },
      purpose: { type: 'enumeration', label: 'Usage', options: purposes, required: true },
      uid: { type: 'string', label: 'Type', required: true },
      subject: { type: 'string', label: 'Document', required: true, private: true },
      expiresAt: { type: 'datetime', label: 'Valable jusqu’au', required: true },
    },
  },
} as const satisfies Contract['contentTypes'];

export type Purpose = (typeof purposes)[number];

export const contract = { name: 'links', title: 'Liens envoyés', contentTypes } as const satisfies Contract;
