import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { rank, slugAttribute } from '../../lib/attributes';
import { fields, located } from '../../lib/contract';
import { link, localeCode, localeQuery, page } from '../../lib/shapes';
import { stepSummary } from '../charter/contract';
import { entryShape } from '../faq/contract';
import { termForms } from '../glossary/contract';
import { resourceSummary } from '../resources/contract';

const components = {
  edition: {
    title: 'Édition',
    icon: 'stack',
    mainField: 'label',
    matchedBy: 'url',
    attributes: {
      label: {
        type: 'string',
        label: 'Nom',
        help: 'Tel qu’il paraît dans l’en-tête : « Édition 2025 ».',
        required: true,
        localized: true,
        maxLength: 60,
      },
      url: { type: 'string', label: 'Adresse', required: true, maxLength: 255, pattern: '^https?://.+' },
    },
  },
  funder: {
    title: 'Soutien',
    icon: 'heart',
    mainField: 'name',
    matchedBy: 'url',
    attributes: {
      name: { type: 'string', label: 'Nom', required: true, localized: true, maxLength: 160 },
      url: { type: 'string', label: 'Site web', maxLength: 255, pattern: '^https?://.+' },
    },
  },
} as const satisfies Contract['components'];

const contentTypes = {
  page: {
    kind: 'collection',
    singular: 'Page du site',
    plural: 'Pages du site',
    description: 'Les pages de texte, et les introductions des rubriques.',
    draftAndPublish: true,
    localized: true,
    page: '/:slug',
    pageOf: { accueil: '/', inscrire: '/ressources/inscrire', couverture: '/ressources/couverture' },
    mainField: 'title',
    columns: ['title', 'slug', 'placement', 'rank'],
    sort: 'rank',
    layout: [['title', 'rank'], ['slug', 'placement'], ['summary'], ['body']],
    attributes: {
      title: { type: 'string', label: 'Titre', required: true, localized: true, maxLength: 120 },
      slug: slugAttribute('title'),
      rank,
      placement: {
        type: 'enumeration',
        label: 'Emplacement',
        help: 'Nulle part : pour l’accueil et les introductions des rubriques.',
        options: ['menu', 'footer', 'none'],
        default: 'none',
        required: true,
      },
      summary: {
        type: 'text',
        label: 'Résumé',
        help: 'Deux phrases au plus : elles ouvrent la page et paraissent dans les moteurs de recherche.',
        required: true,
        localized: true,
        maxLength: 400,
      },
      body: {
        type: 'richtext',
        label: 'Texte',
        help: 'Mise en forme : titres de niveau 2 et 3, gras, italique, listes et liens.',
        required: true,
        localized: true,
      },
    },
  },
  settings: {
    kind: 'single',
    singular: 'Réglages du site',
    plural: 'Réglages du site',
    description: 'Le nom, l’édition, l’opérateur, les soutiens et l’adresse de contact.',
    draftAndPublish: true,
    localized: true,
    mainField: 'siteName',
    columns: ['siteName'],
    layout: [
      ['siteName', 'editionLabel'],
      ['tagline'],
      ['editions'],
      ['operator', 'operatorUrl'],
      ['contactMailbox'],
      ['funders'],
    ],
    attributes: {
      siteName: { type: 'string', label: 'Nom du site', required: true, localized: true, maxLength: 60 },
      tagline: { type: 'string', label: 'Devise', required: true, localized: true, maxLength: 200 },
      editionLabel: {
        type: 'string',
        label: 'Édition',
        help: 'Paraît dans l’en-tête : « Édition 2026 ».',
        required: true,
        localized: true,
        maxLength: 60,
      },
      editions: {
        type: 'component',
        label: 'Autres éditions',
        help: 'Celles vers lesquelles l’en-tête mène, dans l’ordre.',
        component: 'pages.edition',
        repeatable: true,
        localized: true,
      },
      operator: { type: 'string', label: 'Opérateur', required: true, localized: true, maxLength: 120 },
      operatorUrl: { type: 'string', label: 'Site de l’opérateur', maxLength: 255, pattern: '^https?://.+' },
      contactMailbox: {
        type: 'email',
        label: 'Adresse de contact',
        help: 'Une boîte de fonction, jamais celle d’une personne. Elle est publique.',
      },
      funders: {
        type: 'component',
        label: 'Soutiens',
        component: 'pages.funder',
        repeatable: true,
        localized: true,
      },
    },
  },
} as const satisfies Contract['contentTypes'];

export const text = z.object({ ...fields(contentTypes.page, ['slug', 'title', 'summary', 'body']), ...located });

export const settings = z.object({
  ...fields(contentTypes.settings, [
    'siteName',
    'tagline',
    'editionLabel',
    'operator',
    'operatorUrl',
    'contactMailbox',
  ]),
  ...located,
  /** The other editions of the site, in the order staff gave them. */
  editions: z.array(z.object({ ...fields(components.edition, ['label', 'url']), ...located })),
  funders: z.array(z.object({ ...fields(components.funder, ['name', 'url']), ...located })),
});

/** What stands around every page: settings, languages, the interface's words, the menus. */
export const frame = z.object({
  settings,
  locales: z.array(z.object({ code: localeCode, name: z.string(), isDefault: z.boolean() })),
  /** Every word of the interface, by key, in the language asked for or else in French. */
  words: z.record(z.string(), z.string()),
  /** Keys of the words that are in French although another language was asked for. */
  frenchWords: z.array(z.string()),
  menu: z.array(link),
  footer: z.array(link),
  /** What texts call the terms of the glossary: the first use of each in a page leads to its definition. */
  glossary: z.array(termForms),
});

export const textPage = z.object({ page, text });

/** ISO 8601, when it came to the site: what is new is ordered and dated by it. */
const arrival = { createdAt: z.iso.datetime() };

export const homePage = z.object({
  page,
  text,
  steps: z.array(stepSummary),
  newResources: z.array(z.object({ ...resourceSummary.shape, ...arrival })),
  newQuestions: z.array(z.object({ ...entryShape.shape, ...arrival })),
});

/** Every public address, for the sitemap, the warm-up of the cache and comments. */
export const siteMap = z.object({
  pages: z.array(
    z.object({
      path: z.string(),
      title: z.string(),
      /** Languages it is published in. */
      locales: z.array(z.string()),
      updatedAt: z.iso.datetime(),
    }),
  ),
  locales: z.array(z.string()),
});

/** What the picture of a page says, where a link to it is shared. */
export const card = z.object({
  title: z.string(),
  ...located,
  /** The number of the step that the page is about. */
  step: z.int().optional(),
});

export type Card = z.infer<typeof card>;
export type Text = z.infer<typeof text>;
export type Frame = z.infer<typeof frame>;
export type TextPage = z.infer<typeof textPage>;
export type HomePage = z.infer<typeof homePage>;
export type SiteMap = z.infer<typeof siteMap>;

export const contract = {
  name: 'pages',
  title: 'Pages',
  components,
  contentTypes,
  routes: {
    frame: {
      method: 'GET',
      path: '/frame',
      summary: 'What stands around every page',
      query: localeQuery,
      answer: frame,
    },
    card: {
      method: 'GET',
      path: '/card',
      summary: 'What the picture of a page says, where a link to it is shared',
      query: z.strictObject({ locale: localeCode.default('fr'), path: z.string().max(255).default('/') }),
      answer: card,
    },
    home: { method: 'GET', path: '/home', summary: 'The home page', query: localeQuery, answer: homePage },
    map: { method: 'GET', path: '/map', summary: 'Every public address', answer: siteMap },
    page: {
      method: 'GET',
      path: '/pages/:slug',
      summary: 'One page of text',
      query: localeQuery,
      answer: textPage,
    },
  },
} as const satisfies Contract;
