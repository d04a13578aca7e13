import { rhythms, usualRhythm } from '@s-tetic/config/upkeep';
import type { Contract } from '../../lib/contract';

/** Where a listing is: before readers, or kept from them by its owner, or because its owner confirmed it no more. */
export const visibilities = ['public', 'suspended', 'archived'] as const;

export type Visibility = (typeof visibilities)[number];

/** What stays out of sight: who manages a listing, and how it is kept right. */
export const hiddenTypes = {
  owner: {
    kind: 'collection',
    singular: 'Gestionnaire de fiche',
    plural: 'Gestionnaires de fiches',
    description: 'Les adresses de qui gère une fiche. Jamais publiées.',
    draftAndPublish: false,
    localized: false,
    hidden: true,
    mainField: 'email',
    columns: ['email'],
    layout: [['email', 'language']],
    indexes: [{ name: 'owners_email_unique', columns: ['email'], type: 'unique' }],
    attributes: {
      email: { type: 'email', label: 'Adresse e-mail', help: 'En minuscules.', required: true, private: true },
      language: { type: 'string', label: 'Langue', required: true },
    },
  },
  upkeep: {
    kind: 'collection',
    singular: 'Tenue d’une fiche',
    plural: 'Tenue des fiches',
    description: 'Qui gère une fiche, à quel rythme elle se confirme, et où elle en est.',
    draftAndPublish: false,
    localized: false,
    hidden: true,
    mainField: 'listing',
    columns: ['listing', 'visibility', 'dueAt'],
    layout: [['listing', 'owner']],
    indexes: [
      { name: 'upkeeps_listing_unique', columns: ['listing'], type: 'unique' },
      { name: 'upkeeps_owner', columns: ['owner'] },
      { name: 'upkeeps_due_at', columns: ['visibility', 'due_at'] },
    ],
    attributes: {
      listing: { type: 'string', label: 'Fiche', required: true, private: true },
      owner: { type: 'string', label: 'Gestionnaire', required: true, private: true },
      nextEmail: { type: 'email', label: 'Adresse invitée à la reprendre', private: true },
      rhythm: {
        type: 'integer',
        label: 'Rythme, en mois',
        help: `${rhythms.join(', ')} ; ${usualRhythm} au départ.`,
        required: true,
        min: rhythms[0],
        max: 12,
      },
      confirmedAt: { type: 'date', label: 'Confirmée le', required: true },
      dueAt: { type: 'date', label: 'À confirmer le', required: true },
      reminded: { type: 'integer', label: 'Dernier rappel, en jours depuis l’échéance' },
      visibility: {
        type: 'enumeration',
        label: 'Visibilité',
        options: visibilities,
        default: 'public',
        required: true,
      },
      hiddenLocales: { type: 'json', label: 'Langues où elle paraissait' },
      hiddenValues: { type: 'json', label: 'Ce qui y paraissait' },
    },
  },
  website: {
    kind: 'collection',
    singular: 'Visite d’un site web',
    plural: 'Visites des sites web',
    description: 'Si le site d’une fiche répond.',
    draftAndPublish: false,
    localized: false,
    hidden: true,
    mainField: 'address',
    columns: ['address', 'visitedAt', 'failures'],
    layout: [['address', 'listing']],
    indexes: [
      { name: 'websites_listing_unique', columns: ['listing'], type: 'unique' },
      { name: 'websites_visited_at', columns: ['visited_at'] },
    ],
    attributes: {
      listing: { type: 'string', label: 'Fiche', required: true, private: true },
      address: { type: 'string', label: 'Adresse', required: true, maxLength: 255 },
      visitedAt: { type: 'datetime', label: 'Visité le', required: true },
      failures: { type: 'integer', label: 'Échecs de suite', required: true, min: 0 },
      failedDays: { type: 'integer', label: 'Jours d’échec', required: true, min: 0 },
      problem: { type: 'string', label: 'Dernier problème', maxLength: 255 },
    },
  },
} as const satisfies Contract['contentTypes'];
