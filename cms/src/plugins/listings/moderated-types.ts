import type { Contract } from '../../lib/contract';
import { moderationAttributes, moderationLayout } from '../../lib/moderated';
import { contentTypes as resources } from '../resources/content-types';

const {
  email,
  language,
  sentAt,
  name,
  kind,
  website,
  languages,
  zones,
  summary,
  description,
  experiences,
  justification,
} = resources.submission.attributes;

const listing = { type: 'string', label: 'Fiche', required: true, private: true, readOnly: true } as const;

/** What owners, and those who would be, send to the moderators. */
export const moderatedContentTypes = {
  revision: {
    kind: 'collection',
    singular: 'Modification proposée',
    plural: 'Modifications proposées',
    description:
      'Ce que les gestionnaires de fiches proposent d’y changer. La fiche publiée ne change pas sans votre accord.',
    draftAndPublish: false,
    localized: false,
    mainField: 'name',
    columns: ['state', 'name', 'sentAt'],
    sort: 'sentAt:DESC',
    layout: [
      ['name', 'kind'],
      ['website', 'languages'],
      ['zones'],
      ['summary'],
      ['description'],
      ['experiences'],
      ['justification'],
      ['email', 'language'],
      ['sentAt'],
      ...moderationLayout,
    ],
    indexes: [
      { name: 'revisions_state_sent_at', columns: ['state', 'sent_at'] },
      { name: 'revisions_listing_state', columns: ['listing', 'state'] },
    ],
    attributes: {
      listing,
      name,
      kind,
      website,
      languages,
      zones,
      summary,
      description,
      experiences,
      justification,
      email,
      language,
      sentAt,
      changed: { type: 'json', label: 'Champs modifiés', private: true, readOnly: true },
      before: { type: 'json', label: 'Ce qui paraissait avant', private: true, readOnly: true },
      ...moderationAttributes,
    },
  },
  claim: {
    kind: 'collection',
    singular: 'Fiche demandée',
    plural: 'Fiches demandées',
    description: 'Qui demande à gérer une fiche que personne ne gère.',
    draftAndPublish: false,
    localized: false,
    mainField: 'name',
    columns: ['state', 'name', 'email', 'sentAt'],
    sort: 'sentAt:DESC',
    layout: [['name'], ['email', 'language'], ['message'], ['sentAt'], ...moderationLayout],
    indexes: [
      { name: 'claims_state_sent_at', columns: ['state', 'sent_at'] },
      { name: 'claims_fingerprint_unique', columns: ['fingerprint'], type: 'unique' },
    ],
    attributes: {
      listing,
      name,
      email,
      language,
      message: { type: 'text', label: 'Qui demande', required: true, maxLength: 2000, readOnly: true },
      sentAt,
      formerOrigin: { type: 'string', label: 'Origine de la fiche avant', private: true, readOnly: true },
      ...moderationAttributes,
    },
  },
} as const satisfies Contract['contentTypes'];
