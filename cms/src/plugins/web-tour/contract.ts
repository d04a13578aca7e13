import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { rank, slugAttribute } from '../../lib/attributes';
import { fields, located } from '../../lib/contract';
import { introduction, localeQuery, page } from '../../lib/shapes';

const components = {
  stop: {
    title: 'Arrêt',
    icon: 'pinMap',
    mainField: 'title',
    matchedBy: 'slug',
    attributes: {
      title: { type: 'string', label: 'Titre', required: true, localized: true, maxLength: 120 },
      slug: {
        type: 'string',
        label: 'Adresse',
        help: 'La fin de l’adresse de l’arrêt, la même dans toutes les langues.',
        required: true,
        maxLength: 120,
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      },
      text: { type: 'richtext', label: 'Texte', required: true, localized: true },
      link: {
        type: 'string',
        label: 'Page à visiter',
        help: 'Une adresse du site, sans la langue : /charte/creer-du-business',
        maxLength: 255,
        pattern: '^/[a-z0-9/#-]*$',
      },
      linkLabel: { type: 'string', label: 'Texte du lien', localized: true, maxLength: 120 },
    },
  },
} as const satisfies Contract['components'];

const contentTypes = {
  tour: {
    kind: 'collection',
    singular: 'Visite guidée',
    plural: 'Visites guidées',
    description: 'Une suite d’arrêts à travers le site.',
    draftAndPublish: true,
    localized: true,
    page: '/webtour/:slug',
    mainField: 'title',
    columns: ['rank', 'title'],
    sort: 'rank',
    layout: [['title', 'rank'], ['slug'], ['summary'], ['stops']],
    attributes: {
      title: { type: 'string', label: 'Titre', required: true, localized: true, maxLength: 120 },
      slug: slugAttribute('title'),
      rank,
      summary: { type: 'text', label: 'Résumé', required: true, localized: true, maxLength: 400 },
      stops: {
        type: 'component',
        label: 'Arrêts, dans l’ordre',
        help: 'Glissez pour les ranger. L’ordre français vaut pour toutes les langues.',
        component: 'web-tour.stop',
        page: '/:slug',
        repeatable: true,
        required: true,
        localized: true,
      },
    },
  },
} as const satisfies Contract['contentTypes'];

export const tourSummary = z.object({
  ...fields(contentTypes.tour, ['slug', 'title', 'summary']),
  ...located,
  /** How many stops it has. */
  length: z.int(),
});

export const stopShape = z.object({
  ...fields(components.stop, ['slug', 'title', 'text', 'link', 'linkLabel']),
  ...located,
});

export const toursPage = z.object({
  page,
  introduction,
  tours: z.array(tourSummary),
});

export const tourPage = z.object({
  page,
  tour: z.object({ ...tourSummary.shape, stops: z.array(stopShape) }),
});

export type TourSummary = z.infer<typeof tourSummary>;
export type Stop = z.infer<typeof stopShape>;
export type ToursPage = z.infer<typeof toursPage>;
export type TourPage = z.infer<typeof tourPage>;

export const contract = {
  name: 'web-tour',
  title: 'WebTour',
  components,
  contentTypes,
  routes: {
    tours: { method: 'GET', path: '/tours', summary: 'Every tour', query: localeQuery, answer: toursPage },
    tour: {
      method: 'GET',
      path: '/tours/:slug',
      summary: 'One tour with its stops in order',
      query: localeQuery,
      answer: tourPage,
    },
  },
} as const satisfies Contract;
