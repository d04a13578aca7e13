import type { Contract } from '../../lib/contract';

const contentTypes = {
  phrase: {
    kind: 'collection',
    singular: 'Mot de l’interface',
    plural: 'Mots de l’interface',
    description: 'Les mots du site qui ne sont pas du contenu : boutons, titres de rubriques, messages.',
    draftAndPublish: false,
    localized: true,
    mainField: 'key',
    columns: ['key', 'text'],
    sort: 'key',
    layout: [['key'], ['text']],
    indexes: [{ name: 'phrases_key_locale_unique', columns: ['key', 'locale'], type: 'unique' }],
    attributes: {
      key: {
        type: 'string',
        label: 'Clé',
        help: 'Le nom que le site donne à ce mot. Il ne se traduit pas.',
        required: true,
        readOnly: true,
      },
      text: {
        type: 'text',
        label: 'Texte',
        help: 'Gardez tels quels les mots entre accolades, comme {number} : le site les remplace.',
        required: true,
        localized: true,
        maxLength: 600,
      },
      shipped: { type: 'text', label: 'Texte livré', localized: true, private: true, readOnly: true },
    },
  },
} as const satisfies Contract['contentTypes'];

export const contract = {
  name: 'translation',
  title: 'Traduction',
  contentTypes,
} as const satisfies Contract;
