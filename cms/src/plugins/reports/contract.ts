import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { moderationAttributes, moderationLayout } from '../../lib/moderated';
import { mailbox, paragraph } from '../../lib/public-input';
import { localeCode } from '../../lib/shapes';

/** What can be reported, and why. */
export const reasons = {
  listing: ['wrong', 'gone', 'brokenLink', 'notTheirs', 'other'],
  comment: ['insult', 'personalData', 'advertising', 'other'],
} as const;

const kinds = ['listing', 'comment'] as const;

const allReasons = [
  'wrong',
  'gone',
  'brokenLink',
  'notTheirs',
  'insult',
  'personalData',
  'advertising',
  'other',
] as const;

const contentTypes = {
  report: {
    kind: 'collection',
    singular: 'Signalement',
    plural: 'Signalements',
    description: 'Les erreurs et les abus que les visiteurs signalent. Approuver : traité ; refuser : sans suite.',
    draftAndPublish: false,
    localized: false,
    mainField: 'name',
    columns: ['state', 'kind', 'cause', 'name', 'sentAt'],
    sort: 'sentAt:DESC',
    layout: [['name', 'kind'], ['cause'], ['text'], ['email', 'language'], ['path', 'sentAt'], ...moderationLayout],
    indexes: [
      { name: 'reports_subject_state', columns: ['subject', 'state'] },
      { name: 'reports_state_sent_at', columns: ['state', 'sent_at'] },
      { name: 'reports_fingerprint_unique', columns: ['fingerprint'], type: 'unique' },
    ],
    attributes: {
      name: {
        type: 'string',
        label: 'Ce qui est signalé',
        help: 'Le nom de la fiche ou de l’auteur du commentaire, au moment du signalement.',
        required: true,
        readOnly: true,
      },
      kind: { type: 'enumeration', label: 'Genre', options: kinds, required: true, readOnly: true },
      cause: { type: 'enumeration', label: 'Ce qui ne va pas', options: allReasons, required: true, readOnly: true },
      text: {
        type: 'text',
        label: 'Précision ou correction proposée',
        maxLength: 2000,
        readOnly: true,
      },
      email: {
        type: 'email',
        label: 'Adresse e-mail',
        help: 'Facultative : elle ne sert qu’à répondre. Jamais publiée.',
        private: true,
        readOnly: true,
      },
      path: { type: 'string', label: 'Page', required: true, readOnly: true },
      subject: {
        type: 'string',
        label: 'Document signalé',
        help: 'Son type et son identifiant.',
        required: true,
        private: true,
        readOnly: true,
      },
      hidden: {
        type: 'json',
        label: 'Ce que la décision a masqué',
        help: 'Pour le remettre si elle est reprise.',
        private: true,
        readOnly: true,
      },
      language: { type: 'string', label: 'Langue', tellsLanguages: true, required: true, readOnly: true },
      sentAt: { type: 'datetime', label: 'Envoyé le', required: true, readOnly: true },
      ...moderationAttributes,
    },
  },
} as const satisfies Contract['contentTypes'];

/** The end of the address of a listing, or the key of a comment. */
const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);

/** What a visitor may report. The same schema checks it on the site and in the CMS. */
export const reportInput = z
  .strictObject({
    locale: localeCode,
    kind: z.enum(kinds),
    key,
    cause: z.enum(allReasons),
    text: paragraph(2000).optional(),
    email: mailbox.optional(),
    /** A field that people do not see: whatever fills it is not a person. */
    website: z.string().max(200).optional(),
  })
  .refine(({ kind, cause }) => (reasons[kind] as readonly string[]).includes(cause), {
    path: ['cause'],
    params: { reason: 'otherKind' },
  })
  .refine(({ cause, text }) => cause !== 'other' || text !== undefined, {
    path: ['text'],
    params: { reason: 'unsaid' },
  });

/** What is about to be reported, as its page shows it. */
export const reported = z.object({
  kind: z.enum(kinds),
  /** Of the listing, or of who wrote the comment. */
  name: z.string(),
  /** What the comment says. */
  text: z.string().optional(),
  lang: z.string(),
  /** Where it is read, without locale. */
  path: z.string(),
});

export type ReportKind = (typeof kinds)[number];
export type ReportCause = (typeof allReasons)[number];
export type Reported = z.infer<typeof reported>;
export type ReportInput = z.infer<typeof reportInput>;

export const contract = {
  name: 'reports',
  title: 'Signalements',
  contentTypes,
  routes: {
    subject: {
      method: 'GET',
      path: '/subjects/:kind/:key',
      summary: 'What is about to be reported: a listing by its slug, a comment by its key',
      query: z.strictObject({ locale: localeCode.default('fr') }),
      answer: reported,
    },
    send: {
      method: 'POST',
      path: '/reports',
      summary: 'Report an error or an abuse, which waits for a moderator at once',
      body: reportInput,
      answer: z.object({ state: z.literal('received') }),
    },
  },
} as const satisfies Contract;
