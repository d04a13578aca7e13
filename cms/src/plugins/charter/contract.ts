import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { slugAttribute } from '../../lib/attributes';
import { fields, located } from '../../lib/contract';
import { introduction, localeQuery, page, stepLink } from '../../lib/shapes';
import { entryShape } from '../faq/contract';
import { resourceSummary, support } from '../resources/contract';

const markdown = 'Mise en forme : gras, italique, listes et liens. Pas de titre dans le texte.';

const contentTypes = {
  charter: {
    kind: 'single',
    singular: 'Charte générale',
    plural: 'Charte générale',
    description: 'Le texte qui ouvre la charte, avant les neuf étapes.',
    draftAndPublish: true,
    localized: true,
    page: '/charte',
    mainField: 'title',
    columns: ['title'],
    layout: [['title'], ['summary'], ['introduction'], ['difference'], ['adhesion']],
    attributes: {
      title: { type: 'string', label: 'Titre', required: true, localized: true, maxLength: 120 },
      summary: {
        type: 'text',
        label: 'Résumé',
        help: 'Deux phrases au plus : elles ouvrent la page et paraissent dans les moteurs de recherche.',
        required: true,
        localized: true,
        maxLength: 400,
      },
      introduction: { type: 'richtext', label: 'Introduction', help: markdown, required: true, localized: true },
      difference: {
        type: 'richtext',
        label: 'Pourquoi les TIC sont différentes',
        help: markdown,
        required: true,
        localized: true,
      },
      adhesion: {
        type: 'richtext',
        label: 'Ce que veut dire adhérer',
        help: markdown,
        required: true,
        localized: true,
      },
    },
  },
  step: {
    kind: 'collection',
    singular: 'Étape de la charte',
    plural: 'Étapes de la charte',
    description: 'Les neuf étapes, de 1 à 9, qui forment une boucle.',
    draftAndPublish: true,
    localized: true,
    page: '/charte/:slug',
    mainField: 'title',
    columns: ['number', 'title'],
    sort: 'number',
    layout: [
      ['title', 'number'],
      ['slug'],
      ['summary'],
      ['assessmentQuestion'],
      ['purpose'],
      ['questions'],
      ['outcomes'],
      ['traps'],
      ['proof'],
      ['gateWarning'],
      ['observations'],
    ],
    attributes: {
      number: {
        type: 'integer',
        label: 'Numéro',
        help: 'De 1 à 9, commun à toutes les langues. L’étape 9 ramène à l’étape 1.',
        required: true,
        min: 1,
        max: 9,
        unique: true,
      },
      slug: slugAttribute('title'),
      title: { type: 'string', label: 'Titre', required: true, localized: true, maxLength: 120 },
      summary: {
        type: 'text',
        label: 'Résumé',
        help: 'Une phrase : ce que l’on fait à cette étape.',
        required: true,
        localized: true,
        maxLength: 400,
      },
      assessmentQuestion: {
        type: 'string',
        label: 'La question de « Où en êtes-vous ? »',
        help: 'Courte, et l’on y répond par oui ou « pas encore ». Laissée vide, elle se déduit du titre.',
        localized: true,
        maxLength: 200,
      },
      purpose: { type: 'richtext', label: 'Le but', help: markdown, required: true, localized: true },
      questions: {
        type: 'richtext',
        label: 'Les questions à se poser',
        help: 'Une liste, une question par ligne.',
        required: true,
        localized: true,
      },
      outcomes: {
        type: 'richtext',
        label: 'Ce que vous devriez avoir à la fin',
        help: 'Une liste, un résultat par ligne.',
        required: true,
        localized: true,
      },
      traps: {
        type: 'richtext',
        label: 'Les pièges',
        help: 'Une liste, un piège par ligne.',
        required: true,
        localized: true,
      },
      proof: {
        type: 'richtext',
        label: 'La preuve attendue d’une ressource',
        help: 'Ce qu’une ressource doit montrer pour s’inscrire à cette étape.',
        required: true,
        localized: true,
      },
      gateWarning: {
        type: 'richtext',
        label: 'Si l’étape 3 a été sautée',
        help: 'Étapes 4 à 9 seulement : ce à quoi on s’expose sans affaires régulières.',
        localized: true,
      },
      observations: {
        type: 'relation',
        label: 'Observations',
        relation: 'manyToMany',
        target: 'plugin::charter.observation',
        mappedBy: 'steps',
      },
    },
  },
  observation: {
    kind: 'collection',
    singular: 'Observation',
    plural: 'Observations',
    description: 'Les quatre observations qui accompagnent la charte.',
    draftAndPublish: true,
    localized: true,
    readAt: '/charte#observation-:number',
    mainField: 'title',
    columns: ['number', 'title'],
    sort: 'number',
    layout: [['title', 'number'], ['text'], ['steps']],
    attributes: {
      number: { type: 'integer', label: 'Numéro', required: true, min: 1, max: 4, unique: true },
      title: { type: 'string', label: 'Titre', required: true, localized: true, maxLength: 160 },
      text: { type: 'richtext', label: 'Texte', help: markdown, required: true, localized: true },
      steps: {
        type: 'relation',
        label: 'Étapes concernées',
        help: 'Choisies dans la version française ; les traductions les reprennent.',
        relation: 'manyToMany',
        target: 'plugin::charter.step',
        inversedBy: 'observations',
      },
    },
  },
} as const satisfies Contract['contentTypes'];

const { charter, step, observation } = contentTypes;

/** A step as the loop and the charter show it, with how many resources support it. */
export const stepSummary = z.object({ ...stepLink.shape, ...fields(step, ['summary']), support });

export const observationShape = z.object({
  ...fields(observation, ['number', 'title', 'text']),
  ...located,
  /** Numbers of the steps it concerns. */
  steps: z.array(z.int()),
});

/** A step as the charter tells it, whole. */
export const stepText = z.object({
  ...stepSummary.shape,
  ...fields(step, ['purpose', 'questions', 'outcomes', 'traps', 'proof', 'gateWarning']),
});

export const charterPage = z.object({
  page,
  charter: z.object({
    ...fields(charter, ['title', 'summary', 'introduction', 'difference', 'adhesion']),
    ...located,
  }),
  steps: z.array(stepText),
  observations: z.array(observationShape),
});

export const stepPage = z.object({
  page,
  step: z.object({
    ...fields(step, [
      'number',
      'slug',
      'title',
      'summary',
      'purpose',
      'questions',
      'outcomes',
      'traps',
      'proof',
      'gateWarning',
    ]),
    ...located,
  }),
  /** All nine, in order: the loop that the reader moves through. */
  steps: z.array(stepSummary),
  observations: z.array(observationShape),
  resources: z.array(resourceSummary),
  faq: z.array(entryShape),
});

/** A step as «Où en êtes-vous ?» asks about it, and what it answers when that step comes next. */
export const assessmentStep = z.object({
  ...stepSummary.shape,
  ...fields(step, ['assessmentQuestion', 'outcomes', 'gateWarning']),
});

export const assessmentPage = z.object({
  page,
  introduction,
  /** All nine, in order. */
  steps: z.array(assessmentStep),
  /** Three at most, of the step that was asked for, public and private in turn. None when no step was. */
  resources: z.array(resourceSummary),
});

export const assessmentQuery = z.strictObject({
  ...localeQuery.shape,
  /** The step that comes next for the reader: its resources are to be shown. */
  step: z.coerce.number().int().min(1).max(9).optional(),
});

export type StepSummary = z.infer<typeof stepSummary>;
export type StepText = z.infer<typeof stepText>;
export type Observation = z.infer<typeof observationShape>;
export type CharterPage = z.infer<typeof charterPage>;
export type StepPage = z.infer<typeof stepPage>;
export type AssessmentStep = z.infer<typeof assessmentStep>;
export type AssessmentPage = z.infer<typeof assessmentPage>;

export const contract = {
  name: 'charter',
  title: 'Charte',
  contentTypes,
  routes: {
    charter: {
      method: 'GET',
      path: '/charter',
      summary: 'The charter with its nine steps and four observations',
      query: localeQuery,
      answer: charterPage,
    },
    step: {
      method: 'GET',
      path: '/steps/:slug',
      summary: 'One step with the resources that support it and its questions',
      query: localeQuery,
      answer: stepPage,
    },
    assessment: {
      method: 'GET',
      path: '/assessment',
      summary: 'The nine questions of “Où en êtes-vous ?”, and who can help with the step that comes next',
      query: assessmentQuery,
      answer: assessmentPage,
    },
  },
} as const satisfies Contract;
