import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { fields, located } from '../../lib/contract';
import { rank, slugAttribute } from '../../lib/attributes';
import { introduction, localeQuery, page, stepLink } from '../../lib/shapes';

const contentTypes = {
  group: {
    kind: 'collection',
    singular: 'Groupe de questions',
    plural: 'Groupes de questions',
    description: 'Les rubriques de la FAQ.',
    draftAndPublish: true,
    localized: true,
    mainField: 'title',
    columns: ['rank', 'title'],
    sort: 'rank',
    layout: [['title', 'rank'], ['slug'], ['entries']],
    attributes: {
      title: { type: 'string', label: 'Titre', required: true, localized: true, maxLength: 120 },
      slug: slugAttribute('title'),
      rank,
      entries: {
        type: 'relation',
        label: 'Questions',
        relation: 'oneToMany',
        target: 'plugin::faq.entry',
        mappedBy: 'group',
      },
    },
  },
  entry: {
    kind: 'collection',
    singular: 'Question',
    plural: 'Questions fréquentes',
    description: 'Une question et sa réponse.',
    draftAndPublish: true,
    localized: true,
    readAt: '/faq#:slug',
    mainField: 'question',
    columns: ['question', 'group', 'rank'],
    sort: 'rank',
    layout: [['question'], ['answer'], ['group', 'rank'], ['steps'], ['slug']],
    attributes: {
      question: { type: 'string', label: 'Question', required: true, localized: true, maxLength: 200 },
      answer: {
        type: 'richtext',
        label: 'Réponse',
        help: 'Mise en forme : gras, italique, listes et liens.',
        required: true,
        localized: true,
      },
      slug: slugAttribute('question'),
      rank,
      group: {
        type: 'relation',
        label: 'Groupe',
        help: 'Choisi dans la version française ; les traductions le reprennent.',
        relation: 'manyToOne',
        target: 'plugin::faq.group',
        inversedBy: 'entries',
      },
      steps: {
        type: 'relation',
        label: 'Étapes concernées',
        help: 'La question paraît aussi au pied de ces étapes.',
        relation: 'manyToMany',
        target: 'plugin::charter.step',
      },
    },
  },
} as const satisfies Contract['contentTypes'];

export const entryShape = z.object({
  ...fields(contentTypes.entry, ['slug', 'question', 'answer']),
  ...located,
  /** ISO 8601, when it was last published. */
  updatedAt: z.iso.datetime(),
});

export const groupShape = z.object({
  ...fields(contentTypes.group, ['slug', 'title']),
  ...located,
  /** Each with the steps that it concerns. */
  entries: z.array(z.object({ ...entryShape.shape, steps: z.array(stepLink.pick({ number: true, slug: true })) })),
});

export const faqPage = z.object({
  page,
  /** The page that introduces the section, written by staff. */
  introduction,
  groups: z.array(groupShape),
});

export type Entry = z.infer<typeof entryShape>;
export type Group = z.infer<typeof groupShape>;
export type FaqPage = z.infer<typeof faqPage>;

export const contract = {
  name: 'faq',
  title: 'FAQ',
  contentTypes,
  routes: {
    faq: {
      method: 'GET',
      path: '/groups',
      summary: 'Every question, by group',
      query: localeQuery,
      answer: faqPage,
    },
  },
} as const satisfies Contract;
