import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { slugAttribute } from '../../lib/attributes';
import { fields, located } from '../../lib/contract';
import { introduction, localeQuery, page, slug, stepLink } from '../../lib/shapes';

const contentTypes = {
  term: {
    kind: 'collection',
    singular: 'Terme du glossaire',
    plural: 'Glossaire',
    description: 'Les mots que la charte emploie dans un sens précis.',
    draftAndPublish: true,
    localized: true,
    readAt: '/glossaire#:slug',
    mainField: 'name',
    columns: ['name', 'step'],
    layout: [['name', 'step'], ['forms'], ['definition'], ['slug']],
    attributes: {
      name: { type: 'string', label: 'Terme', required: true, localized: true, maxLength: 80 },
      slug: slugAttribute('name'),
      forms: {
        type: 'text',
        label: 'Autres formes',
        help: 'Une par ligne : pluriels, sigles, mots de la même famille. Dans les textes, elles mènent aussi à la définition.',
        localized: true,
        maxLength: 600,
      },
      definition: {
        type: 'richtext',
        label: 'Définition',
        help: 'Deux ou trois phrases, en mots simples. Mise en forme : gras, italique et liens.',
        required: true,
        localized: true,
      },
      step: {
        type: 'relation',
        label: 'Étape concernée',
        help: 'Celle où le mot compte le plus, s’il y en a une. Choisie dans la version française.',
        relation: 'manyToOne',
        target: 'plugin::charter.step',
      },
    },
  },
} as const satisfies Contract['contentTypes'];

export const termShape = z.object({
  ...fields(contentTypes.term, ['slug', 'name', 'definition']),
  ...located,
  /** The step at which the word matters most. */
  step: stepLink.optional(),
});

/** What texts call a term, so that its first use in a page leads to its definition. */
export const termForms = z.object({
  slug,
  /** The language of its forms: they are looked for in texts of that language only. */
  lang: z.string(),
  /** The term itself first. */
  forms: z.array(z.string()),
});

export const glossaryPage = z.object({
  page,
  /** The page that introduces the section, written by staff. */
  introduction,
  /** In the alphabetical order of the reader's language. */
  terms: z.array(termShape),
});

export type Term = z.infer<typeof termShape>;
export type TermForms = z.infer<typeof termForms>;
export type GlossaryPage = z.infer<typeof glossaryPage>;

export const contract = {
  name: 'glossary',
  title: 'Glossaire',
  contentTypes,
  routes: {
    terms: {
      method: 'GET',
      path: '/terms',
      summary: 'Every term of the glossary, in alphabetical order',
      query: localeQuery,
      answer: glossaryPage,
    },
  },
} as const satisfies Contract;
