import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { searchWords } from '../../lib/public-input';
import { link, localeCode } from '../../lib/shapes';

const contentTypes = {
  synonym: {
    kind: 'collection',
    singular: 'Synonymes',
    plural: 'Synonymes de la recherche',
    description:
      'Des mots qui veulent dire la même chose : chercher l’un trouve aussi les autres, dans toutes les langues.',
    draftAndPublish: false,
    localized: false,
    mainField: 'words',
    columns: ['words'],
    sort: 'words',
    layout: [['words']],
    attributes: {
      words: {
        type: 'string',
        label: 'Mots équivalents',
        help: 'Séparés par des virgules : TIC, ICT, numérique. Les accents, les majuscules et le pluriel ne comptent pas.',
        required: true,
        maxLength: 255,
        pattern: '^[^,]*[^, ][^,]*(,[^,]*[^, ][^,]*)+$',
      },
    },
  },
} as const satisfies Contract['contentTypes'];

/** A piece of a text, marked when it holds a word that was looked for. Strangers may have written it: it is text, never HTML. */
const part = z.object({ text: z.string(), marked: z.boolean() });

const hit = z.object({
  /** What it is: `charter.step`, or `web-tour.stop` for an item with a page of its own. */
  type: z.string(),
  /** Where it is read, without locale: `/faq#qui-peut-adherer`. */
  path: z.string(),
  title: z.array(part),
  excerpt: z.array(part),
  /** The language of its text, French where the reader's language has none. */
  lang: z.string(),
});

export const resultsQuery = z.strictObject({
  locale: localeCode.default('fr'),
  q: searchWords.default(''),
  /** Only what is of this type, as `types` of an earlier answer names it. */
  type: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .max(60)
    .optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

export const results = z.object({
  /** How many are found, of the type asked for. */
  total: z.int(),
  pages: z.int(),
  hits: z.array(hit),
  /** How many of each type, whatever type was asked for, the most numerous first. `label` is what staff call one, in French. */
  types: z.array(z.object({ type: z.string(), label: z.string(), count: z.int() })),
  /** Nothing holds all the words: these hold some of them. */
  isPartial: z.boolean(),
  /** Words that nothing holds, and what they were taken for. */
  corrections: z.array(z.object({ typed: z.string(), read: z.string() })),
  /** What was perhaps meant, when little was found. */
  better: z.string().optional(),
});

export const suggestionsQuery = z.strictObject({
  locale: localeCode.default('fr'),
  q: searchWords.default(''),
});

export const suggestions = z.object({
  suggestions: z.array(z.object({ type: z.string(), path: z.string(), title: z.string(), lang: z.string() })),
});

export const nearestQuery = z.strictObject({
  locale: localeCode.default('fr'),
  /** An address that leads nowhere, without locale. */
  path: z.string().max(1024).default('/'),
});

export const nearest = z.object({ pages: z.array(link) });

export type Part = z.infer<typeof part>;
export type Hit = z.infer<typeof hit>;
export type Results = z.infer<typeof results>;
export type ResultsQuery = z.infer<typeof resultsQuery>;
export type SuggestionsQuery = z.infer<typeof suggestionsQuery>;
export type Nearest = z.infer<typeof nearest>;
export type NearestQuery = z.infer<typeof nearestQuery>;

export const contract = {
  name: 'search',
  title: 'Recherche',
  contentTypes,
  routes: {
    results: {
      method: 'GET',
      path: '/results',
      summary: 'What holds some words, wherever it is on the site, the best first',
      query: resultsQuery,
      answer: results,
    },
    suggestions: {
      method: 'GET',
      path: '/suggestions',
      summary: 'Titles that the words being typed may lead to',
      query: suggestionsQuery,
      answer: suggestions,
    },
    nearest: {
      method: 'GET',
      path: '/nearest',
      summary: 'The pages whose addresses are nearest to one that leads nowhere',
      query: nearestQuery,
      answer: nearest,
    },
  },
} as const satisfies Contract;
