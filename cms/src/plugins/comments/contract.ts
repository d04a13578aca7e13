import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { moderationAttributes, moderationLayout } from '../../lib/moderated';
import { localeCode } from '../../lib/shapes';
import { line, mailbox, paragraph } from '../../lib/public-input';
import { mailing } from '../proof/contract';
import { publicComment } from './shapes';

/** To be published at the foot of the page, or a remark for the eyes of staff alone: the sender chooses. */
const audiences = ['publish', 'remark'] as const;

const contentTypes = {
  comment: {
    kind: 'collection',
    singular: 'Commentaire',
    plural: 'Commentaires',
    description: 'Ce que les lecteurs écrivent au pied des pages. Rien ne paraît sans votre accord.',
    draftAndPublish: false,
    localized: false,
    mainField: 'author',
    columns: ['state', 'audience', 'author', 'text', 'path', 'sentAt'],
    sort: 'sentAt:DESC',
    layout: [['author', 'email'], ['audience'], ['text'], ['path', 'language'], ['sentAt'], ...moderationLayout],
    indexes: [
      { name: 'comments_target_state', columns: ['target', 'state'] },
      { name: 'comments_state_sent_at', columns: ['state', 'sent_at'] },
      { name: 'comments_fingerprint_unique', columns: ['fingerprint'], type: 'unique' },
    ],
    attributes: {
      author: { type: 'string', label: 'Nom', required: true, maxLength: 80, readOnly: true },
      email: { type: 'email', label: 'Adresse de courriel', help: 'Jamais publiée.', private: true, readOnly: true },
      audience: {
        type: 'enumeration',
        label: 'Ce que son auteur en attend',
        options: audiences,
        default: 'publish',
        required: true,
        readOnly: true,
      },
      text: { type: 'text', label: 'Texte', required: true, maxLength: 4000, readOnly: true },
      path: {
        type: 'string',
        label: 'Page',
        help: 'L’adresse de la page au moment de l’envoi.',
        required: true,
        readOnly: true,
      },
      target: {
        type: 'string',
        label: 'Document commenté',
        help: 'L’identifiant du document : il suit la page si son adresse change.',
        required: true,
        private: true,
        readOnly: true,
      },
      language: { type: 'string', label: 'Langue', required: true, readOnly: true },
      sentAt: { type: 'datetime', label: 'Envoyé le', required: true, readOnly: true },
      ...moderationAttributes,
    },
  },
} as const satisfies Contract['contentTypes'];

/** What a reader may send at the foot of a page. The same schema checks it on the site and in the CMS. */
export const commentInput = z.strictObject({
  path: z
    .string()
    .regex(/^\/[a-z0-9/-]*$/)
    .max(255),
  locale: localeCode,
  author: line(80),
  email: mailbox,
  audience: z.enum(audiences),
  text: paragraph(4000),
  /** A field that people do not see: whatever fills it is not a person. */
  website: z.string().max(200).optional(),
});

export const commentReceived = z.object({ mail: mailing });

export const latestComments = z.object({
  comments: z.array(
    z.object({
      /** By which it is known, for good. */
      key: z.string(),
      ...publicComment.shape,
      /** The page that it is about: its path without locale, and its title in French. */
      about: z.object({ path: z.string(), title: z.string() }),
    }),
  ),
});

export type LatestComments = z.infer<typeof latestComments>;
export type CommentInput = z.infer<typeof commentInput>;

export const contract = {
  name: 'comments',
  title: 'Commentaires',
  contentTypes,
  routes: {
    latest: {
      method: 'GET',
      path: '/latest',
      summary: 'The approved comments that were sent last, 50 at most',
      answer: latestComments,
    },
    send: {
      method: 'POST',
      path: '/comments',
      summary: 'Send a comment, which waits for its sender to confirm it, then for a moderator',
      body: commentInput,
      answer: commentReceived,
    },
  },
} as const satisfies Contract;
