import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { moderationAttributes, moderationLayout } from '../../lib/moderated';
import { localeCode } from '../../lib/shapes';
import { line, mailbox, paragraph } from '../../lib/public-input';
import { linkInput, mailing, token } from '../proof/contract';
import { commentKey, publicComment } from './shapes';

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
    layout: [
      ['author', 'email'],
      ['audience', 'isStaff'],
      ['text'],
      ['path', 'language'],
      ['publicKey', 'inReplyTo'],
      ['sentAt', 'wantsReplies'],
      ...moderationLayout,
    ],
    indexes: [
      { name: 'comments_public_key_unique', columns: ['public_key'], type: 'unique' },
      { name: 'comments_target_state', columns: ['target', 'state'] },
      { name: 'comments_state_sent_at', columns: ['state', 'sent_at'] },
      { name: 'comments_fingerprint_unique', columns: ['fingerprint'], type: 'unique' },
    ],
    attributes: {
      author: { type: 'string', label: 'Nom', required: true, maxLength: 80, readOnly: true },
      email: { type: 'email', label: 'Adresse e-mail', help: 'Jamais publiée.', private: true, readOnly: true },
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
        help: 'L’identifiant du document : il suit la page si son adresse change.',
        required: true,
        private: true,
        readOnly: true,
      },
      publicKey: {
        type: 'string',
        label: 'Clé publique',
        help: 'Ce par quoi le site désigne ce commentaire.',
        required: true,
        readOnly: true,
        ours: true,
      },
      inReplyTo: {
        type: 'string',
        label: 'En réponse à',
        help: 'La clé publique du commentaire auquel celui-ci répond.',
        readOnly: true,
        ours: true,
      },
      isStaff: { type: 'boolean', label: 'Réponse de l’animation', default: false, readOnly: true, ours: true },
      wantsReplies: {
        type: 'boolean',
        label: 'Veut être averti des réponses',
        default: false,
        private: true,
        readOnly: true,
      },
      language: { type: 'string', label: 'Langue', tellsLanguages: true, required: true, readOnly: true },
      sentAt: { type: 'datetime', label: 'Envoyé le', required: true, readOnly: true },
      ...moderationAttributes,
    },
  },
  revision: {
    kind: 'collection',
    singular: 'Modification d’un commentaire',
    plural: 'Modifications de commentaires',
    description:
      'Ce que l’auteur d’un commentaire veut y changer. Le commentaire reste comme il est jusqu’à votre accord.',
    draftAndPublish: false,
    localized: false,
    mainField: 'author',
    columns: ['state', 'author', 'text', 'path', 'sentAt'],
    sort: 'sentAt:DESC',
    layout: [['author', 'email'], ['text'], ['path', 'language'], ['sentAt'], ...moderationLayout],
    indexes: [
      { name: 'comment_revisions_comment_state', columns: ['comment', 'state'] },
      { name: 'comment_revisions_state_sent_at', columns: ['state', 'sent_at'] },
    ],
    attributes: {
      author: { type: 'string', label: 'Nom', required: true, maxLength: 80, readOnly: true },
      text: { type: 'text', label: 'Texte', required: true, maxLength: 4000, readOnly: true },
      email: { type: 'email', label: 'Adresse e-mail', help: 'Jamais publiée.', private: true, readOnly: true },
      path: { type: 'string', label: 'Page', required: true, readOnly: true },
      comment: {
        type: 'string',
        label: 'Commentaire modifié',
        help: 'L’identifiant du commentaire.',
        required: true,
        private: true,
        readOnly: true,
      },
      replaced: {
        type: 'json',
        label: 'Ce qui a été remplacé',
        help: 'Pour le remettre si la décision est reprise.',
        private: true,
        readOnly: true,
      },
      language: { type: 'string', label: 'Langue', tellsLanguages: true, required: true, readOnly: true },
      sentAt: { type: 'datetime', label: 'Envoyée le', required: true, readOnly: true },
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
  /** The comment that it answers. */
  inReplyTo: commentKey.optional(),
  /** To be written to when somebody answers. */
  wantsReplies: z.boolean().optional(),
  /** A field that people do not see: whatever fills it is not a person. */
  website: z.string().max(200).optional(),
});

export const commentReceived = z.object({ mail: mailing });

/** The page that a comment is about: its path without locale, and its title in French. */
const about = z.object({ path: z.string(), title: z.string() });

export const latestComments = z.object({ comments: z.array(z.object({ ...publicComment.shape, about })) });

/** The comments of one page, the newest first. */
export const pageComments = z.object({ about, comments: z.array(publicComment) });

export const oneComment = z.object({
  comment: publicComment,
  about,
  /** A comment is answered; an answer is not. */
  mayReply: z.boolean(),
});

/** What the author of a comment may still do with it, by the link that was mailed to them. */
export const ownComment = z.object({
  /** `open` to be changed; `expired` when that is over; `unknown` when it was taken back, or never was. */
  state: z.enum(['open', 'expired', 'unknown']),
  author: z.string().optional(),
  /** As it was written last, decided or not. */
  text: z.string().optional(),
  /** Of the page, without locale. */
  path: z.string().optional(),
  /** What everyone may read now. */
  isPublic: z.boolean().optional(),
  /** A change waits for the moderators. */
  isChanged: z.boolean().optional(),
});

/** What its author wants a comment to say instead. */
export const changeInput = z.strictObject({ locale: localeCode, token, author: line(80), text: paragraph(4000) });

/** What a moderator answers in the name of the team, in the language of the comment. */
export const answerInput = z.strictObject({ documentId: z.string(), text: paragraph(4000) });

export type LatestComments = z.infer<typeof latestComments>;
export type PageComments = z.infer<typeof pageComments>;
export type OneComment = z.infer<typeof oneComment>;
export type OwnComment = z.infer<typeof ownComment>;
export type CommentInput = z.infer<typeof commentInput>;
export type ChangeInput = z.infer<typeof changeInput>;
export type AnswerInput = z.infer<typeof answerInput>;

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
    page: {
      method: 'GET',
      path: '/page',
      summary: 'The approved comments of one page that were sent last, 50 at most',
      query: z.strictObject({ path: z.string().max(255).default('/charte') }),
      answer: pageComments,
    },
    one: {
      method: 'GET',
      path: '/comments/:key',
      summary: 'One approved comment and the page that it is about',
      answer: oneComment,
    },
    send: {
      method: 'POST',
      path: '/comments',
      summary: 'Send a comment, which waits for its sender to confirm it, then for a moderator',
      body: commentInput,
      answer: commentReceived,
    },
    look: {
      method: 'POST',
      path: '/own/looks',
      summary: 'What an author may still do with a comment, by their secret link. Changes nothing',
      body: linkInput,
      answer: ownComment,
    },
    change: {
      method: 'POST',
      path: '/own/changes',
      summary: 'Propose another wording of one’s comment, which waits for a moderator',
      body: changeInput,
      answer: ownComment,
    },
    withdraw: {
      method: 'POST',
      path: '/own/withdrawals',
      summary: 'Take one’s comment back, for good',
      body: linkInput,
      answer: z.object({ path: z.string() }),
    },
    silence: {
      method: 'POST',
      path: '/silences',
      summary: 'Write no more about answers to the address that a mail was sent to',
      body: linkInput,
      answer: z.object({ state: z.enum(['silent', 'unknown']) }),
    },
  },
} as const satisfies Contract;
