import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { rank, slugAttribute } from '../../lib/attributes';
import { fields, located } from '../../lib/contract';
import { moderationAttributes, moderationLayout } from '../../lib/moderated';
import { line, mailbox, paragraph, searchWords, webAddress } from '../../lib/public-input';
import { localeCode, localeQuery, page, slug, stepLink } from '../../lib/shapes';
import { linkInput, mailing } from '../proof/contract';

const kinds = ['public', 'private'] as const;
const languages = ['fr', 'nl', 'en', 'de'] as const;

const components = {
  experience: {
    title: 'Expérience à une étape',
    icon: 'briefcase',
    mainField: 'text',
    matchedBy: 'stepNumber',
    attributes: {
      stepNumber: { type: 'integer', label: 'Étape (1 à 9)', required: true, min: 1, max: 9 },
      since: { type: 'integer', label: 'Depuis (année)', min: 1900, max: 2100 },
      text: { type: 'text', label: 'Expérience', required: true, localized: true, maxLength: 3000 },
      reference: {
        type: 'string',
        label: 'Référence',
        help: 'Un projet, une publication, une adresse où le vérifier.',
        localized: true,
        maxLength: 255,
      },
    },
  },
} as const satisfies Contract['components'];

const contentTypes = {
  zone: {
    kind: 'collection',
    singular: 'Zone',
    plural: 'Zones',
    description: 'Les territoires où une ressource intervient.',
    draftAndPublish: false,
    localized: true,
    mainField: 'name',
    columns: ['rank', 'name'],
    sort: 'rank',
    layout: [['name', 'rank'], ['slug']],
    attributes: {
      name: { type: 'string', label: 'Nom', required: true, localized: true, maxLength: 80 },
      slug: slugAttribute('name'),
      rank,
    },
  },
  resource: {
    kind: 'collection',
    singular: 'Ressource',
    plural: 'Ressources',
    description: 'Les personnes et organisations qui peuvent appuyer une étape.',
    draftAndPublish: true,
    localized: true,
    page: '/ressources/:slug',
    mainField: 'name',
    columns: ['name', 'kind', 'checkedAt'],
    sort: 'name',
    layout: [
      ['name', 'kind'],
      ['slug', 'website'],
      ['summary'],
      ['description'],
      ['experiences'],
      ['zones', 'languages'],
      ['origin'],
      ['checkedAt', 'checkedBy'],
      ['steps'],
    ],
    indexes: [{ name: 'resources_slug', columns: ['slug', 'locale', 'published_at'] }],
    attributes: {
      name: { type: 'string', label: 'Nom', required: true, maxLength: 120 },
      slug: slugAttribute('name'),
      kind: {
        type: 'enumeration',
        label: 'Publique ou privée',
        options: kinds,
        required: true,
      },
      website: { type: 'string', label: 'Site web', maxLength: 255, pattern: '^https?://.+' },
      languages: {
        type: 'string',
        label: 'Langues de travail',
        help: 'Les codes séparés par des virgules : fr, nl, en, de.',
        required: true,
        pattern: '^(fr|nl|en|de)(, ?(fr|nl|en|de))*$',
      },
      summary: {
        type: 'text',
        label: 'Résumé',
        help: 'Une phrase ou deux : ce que cette ressource apporte.',
        required: true,
        localized: true,
        maxLength: 400,
      },
      description: { type: 'richtext', label: 'Présentation', localized: true },
      experiences: {
        type: 'component',
        label: 'Expérience par étape',
        help: 'Au moins une étape, avec un texte pour chacune.',
        component: 'resources.experience',
        repeatable: true,
        required: true,
        localized: true,
      },
      zones: {
        type: 'relation',
        label: 'Zones',
        help: 'Choisies dans la version française ; les traductions les reprennent.',
        relation: 'manyToMany',
        target: 'plugin::resources.zone',
      },
      steps: {
        type: 'relation',
        label: 'Étapes appuyées',
        help: 'Se déduit des expériences à l’enregistrement.',
        relation: 'manyToMany',
        target: 'plugin::charter.step',
        readOnly: true,
      },
      origin: {
        type: 'enumeration',
        label: 'Origine',
        help: 'Une fiche de démonstration est établie d’après des informations publiques ; un exemple inventé ne désigne personne.',
        options: ['provider', 'demonstration', 'fictitious'],
        default: 'provider',
        required: true,
      },
      checkedAt: { type: 'date', label: 'Vérifiée le' },
      checkedBy: { type: 'string', label: 'Vérifiée par', maxLength: 120 },
    },
  },
  submission: {
    kind: 'collection',
    singular: 'Inscription reçue',
    plural: 'Inscriptions reçues',
    description: 'Les ressources inscrites par le formulaire public. Rien ne paraît sans votre accord.',
    draftAndPublish: false,
    localized: false,
    mainField: 'name',
    columns: ['state', 'reference', 'name', 'kind', 'sentAt'],
    sort: 'sentAt:DESC',
    layout: [
      ['reference', 'sentAt'],
      ['name', 'kind'],
      ['website', 'languages'],
      ['zones'],
      ['summary'],
      ['description'],
      ['experiences'],
      ['justification'],
      ['email', 'language'],
      ...moderationLayout,
    ],
    indexes: [
      { name: 'submissions_state_sent_at', columns: ['state', 'sent_at'] },
      { name: 'submissions_fingerprint_unique', columns: ['fingerprint'], type: 'unique' },
      { name: 'submissions_reference_unique', columns: ['reference'], type: 'unique' },
    ],
    attributes: {
      reference: { type: 'string', label: 'Référence', required: true, readOnly: true },
      name: { type: 'string', label: 'Nom', required: true, maxLength: 120, readOnly: true },
      kind: { type: 'enumeration', label: 'Publique ou privée', options: kinds, required: true, readOnly: true },
      website: { type: 'string', label: 'Site web', maxLength: 255, readOnly: true },
      languages: { type: 'string', label: 'Langues de travail', required: true, readOnly: true },
      zones: {
        type: 'relation',
        label: 'Zones',
        relation: 'manyToMany',
        target: 'plugin::resources.zone',
        readOnly: true,
      },
      summary: { type: 'text', label: 'Résumé', required: true, maxLength: 400, readOnly: true },
      description: { type: 'text', label: 'Présentation', maxLength: 4000, readOnly: true },
      experiences: {
        type: 'component',
        label: 'Expérience par étape',
        component: 'resources.experience',
        repeatable: true,
        required: true,
        readOnly: true,
      },
      justification: {
        type: 'text',
        label: 'Pourquoi plus de quatre étapes',
        maxLength: 2000,
        readOnly: true,
      },
      email: {
        type: 'email',
        label: 'Adresse de courriel',
        help: 'Jamais publiée.',
        required: true,
        private: true,
        readOnly: true,
      },
      language: { type: 'string', label: 'Langue du formulaire', required: true, readOnly: true },
      sentAt: { type: 'datetime', label: 'Envoyée le', required: true, readOnly: true },
      listing: { type: 'string', label: 'Fiche publiée', private: true, readOnly: true },
      ...moderationAttributes,
    },
  },
} as const satisfies Contract['contentTypes'];

const { zone, resource } = contentTypes;

export const zoneShape = z.object({ ...fields(zone, ['slug', 'name']), ...located });

/** How many public and private resources there are, for a step, a zone or both. */
export const support = z.object({ public: z.int(), private: z.int() });

/** A resource as lists show it. */
export const resourceSummary = z.object({
  ...fields(resource, ['slug', 'name', 'kind', 'summary', 'origin', 'checkedAt']),
  ...located,
  /** Numbers of the steps it supports, in order. */
  steps: z.array(z.int()),
  zones: z.array(zoneShape),
  /** ISO 8601, when it was last published. */
  updatedAt: z.iso.datetime(),
});

export const experienceShape = z.object({
  ...fields(components.experience, ['text', 'since', 'reference']),
  ...located,
  step: stepLink,
});

/** How many resources a value of a filter would leave, the other filters kept. */
const facet = <Value extends z.ZodType>(value: Value) =>
  z.array(z.object({ value, label: z.string(), ...located, count: z.int() }));

/** The filters of the directory, as its address carries them. */
export const resourceFilters = z.strictObject({
  locale: localeCode.default('fr'),
  step: z.coerce.number().int().min(1).max(9).optional(),
  zone: slug.max(120).optional(),
  kind: z.enum(kinds).optional(),
  language: z.enum(languages).optional(),
  q: searchWords.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  sort: z.enum(['name', 'new']).default('name'),
});

export const resourcesPage = z.object({
  page,
  introduction: z.object({ title: z.string(), summary: z.string(), body: z.string(), ...located }),
  resources: z.array(resourceSummary),
  total: z.int(),
  pages: z.int(),
  facets: z.object({
    step: facet(z.int()),
    zone: facet(z.string()),
    kind: z.array(z.object({ value: z.enum(kinds), count: z.int() })),
    language: z.array(z.object({ value: z.enum(languages), count: z.int() })),
  }),
});

/** What narrows the list, as opposed to what orders or cuts it. */
export const narrowing = ['q', 'step', 'zone', 'kind', 'language'] as const;

/** What removing one filter would give, the others kept. */
export const relaxationsAnswer = z.object({
  relaxations: z.array(z.object({ filter: z.enum(narrowing), count: z.int() })),
});

/** Who supports what, where: a table of the steps by the zones. */
export const coveragePage = z.object({
  page,
  introduction: z.object({ title: z.string(), summary: z.string(), body: z.string(), ...located }),
  /** The rows, in order. A resource counts once in `support`, whatever the number of its zones. */
  steps: z.array(z.object({ ...stepLink.shape, support })),
  /** The columns, in order. A resource counts once in `support`, whatever the number of its steps. */
  zones: z.array(z.object({ ...zoneShape.shape, support })),
  /** One for each step and zone, those without resource too, row after row. */
  cells: z.array(z.object({ step: z.int(), zone: slug, ...support.shape })),
  /** All that is published. */
  support,
});

export const resourcePage = z.object({
  page,
  resource: z.object({
    ...resourceSummary.shape,
    ...fields(resource, ['website', 'description', 'checkedBy']),
    languages: z.array(z.enum(languages)),
    experiences: z.array(experienceShape),
  }),
});

/** What the form «Inscrire une ressource» needs to be drawn. */
export const formPage = z.object({
  page,
  introduction: z.object({ title: z.string(), summary: z.string(), body: z.string(), ...located }),
  steps: z.array(stepLink),
  zones: z.array(zoneShape),
});

const thisYear = () => new Date().getFullYear();

const experienceInput = z.strictObject({
  stepNumber: z.int().min(1).max(9),
  text: paragraph(3000),
  since: z
    .int()
    .min(1900)
    .refine((year) => year <= thisYear(), { params: { reason: 'future' } })
    .optional(),
  reference: line(255).optional(),
});

/** What a provider may send. The same schema checks it on the site and in the CMS. */
export const submissionInput = z
  .strictObject({
    locale: localeCode,
    name: line(120),
    kind: z.enum(kinds),
    website: webAddress.optional(),
    languages: z.array(z.enum(languages)).min(1).max(languages.length),
    zones: z.array(slug.max(120)).min(1).max(50),
    summary: paragraph(400),
    description: paragraph(4000).optional(),
    experiences: z
      .array(experienceInput)
      .min(1)
      .max(9)
      .refine((list) => new Set(list.map(({ stepNumber }) => stepNumber)).size === list.length, {
        params: { reason: 'repeatedStep' },
      }),
    justification: paragraph(2000).optional(),
    email: mailbox,
    /** A field that people do not see: whatever fills it is not a person. */
    nickname: z.string().max(200).optional(),
  })
  .refine(({ experiences, justification }) => experiences.length <= 4 || justification !== undefined, {
    path: ['justification'],
    params: { reason: 'manySteps' },
    // Said together with what else is wrong, not once the rest is right.
    when: ({ value }) => Array.isArray((value as { experiences?: unknown } | undefined)?.experiences),
  });

export const submissionReceived = z.object({
  /** Shown to the sender: `ST-2026-0042`. */
  reference: z.string(),
  mail: mailing,
});

/** What became of what a provider sent, for whoever has its secret link. */
export const submissionStatus = z.object({
  reference: z.string(),
  name: z.string(),
  state: z.enum(['pending', 'asked', 'approved', 'refused']),
  /** ISO 8601. */
  sentAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().optional(),
  /** Why it was refused. */
  reason: z.string().optional(),
  /** Of the listing, without locale, as long as it is public. */
  path: z.string().optional(),
});

export type Zone = z.infer<typeof zoneShape>;
export type ResourceSummary = z.infer<typeof resourceSummary>;
export type ResourceFilters = z.infer<typeof resourceFilters>;
export type ResourcesPage = z.infer<typeof resourcesPage>;
export type Support = z.infer<typeof support>;
export type Narrowing = (typeof narrowing)[number];
export type Relaxations = z.infer<typeof relaxationsAnswer>['relaxations'];
export type CoveragePage = z.infer<typeof coveragePage>;
export type ResourcePage = z.infer<typeof resourcePage>;
export type FormPage = z.infer<typeof formPage>;
export type SubmissionStatus = z.infer<typeof submissionStatus>;
export type SubmissionInput = z.infer<typeof submissionInput>;

export const contract = {
  name: 'resources',
  title: 'Ressources',
  components,
  contentTypes,
  routes: {
    resources: {
      method: 'GET',
      path: '/resources',
      summary: 'The directory, filtered and paged',
      query: resourceFilters,
      answer: resourcesPage,
    },
    resource: {
      method: 'GET',
      path: '/resources/:slug',
      summary: 'One resource with its experience for each step',
      query: localeQuery,
      answer: resourcePage,
    },
    relaxations: {
      method: 'GET',
      path: '/relaxations',
      summary: 'How many resources each filter in use hides, for who finds none',
      query: resourceFilters,
      answer: relaxationsAnswer,
    },
    coverage: {
      method: 'GET',
      path: '/coverage',
      summary: 'How many public and private resources support each step in each zone',
      query: localeQuery,
      answer: coveragePage,
    },
    form: {
      method: 'GET',
      path: '/form',
      summary: 'What the public form needs',
      query: localeQuery,
      answer: formPage,
    },
    submit: {
      method: 'POST',
      path: '/submissions',
      summary: 'List a resource, which waits for its sender to confirm it, then for a moderator',
      body: submissionInput,
      answer: submissionReceived,
    },
    follow: {
      method: 'POST',
      path: '/statuses',
      summary: 'What became of a listing that was sent, by its secret link',
      body: linkInput,
      answer: submissionStatus,
    },
  },
} as const satisfies Contract;
