import type { Core } from '@strapi/strapi';
import { documents } from '../../lib/documents';
import { Refusal } from '../../lib/refusal';
import { postMail } from '../mail/post-mail';
import type { Decision } from '../moderation/contract';
import { addressOf, findWritten, type Written } from './written';

interface Revision {
  readonly comment: string;
  readonly author: string;
  readonly text: string;
  readonly email: string | null;
  readonly language: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly replaced: Readonly<Record<string, unknown>> | null;
}

const findRevision = (strapi: Core.Strapi, documentId: string): Promise<Revision> =>
  strapi.db.query('plugin::comments.revision').findOne({ where: { documentId } });

const changed = ['author', 'text'] as const;

/** Makes a comment say what its author wants it to, and public with it where it was not decided yet. */
export async function approveRevision(
  strapi: Core.Strapi,
  { documentId, fields }: { documentId: string } & Pick<Decision, 'fields'>,
): Promise<void> {
  const revision = await findRevision(strapi, documentId);
  const comment = await findWritten(strapi, revision.comment);
  if (!comment) throw new Refusal(404, 'moderation.unknown');
  const { author, text, state, decidedAt } = comment;
  await strapi.db
    .query('plugin::comments.revision')
    .update({ where: { documentId }, data: { replaced: { author, text, state, decidedAt } } });
  const accepted = changed.filter((field) => fields?.includes(field) ?? true);
  await documents(strapi, 'plugin::comments.comment').update({
    documentId: revision.comment,
    data: {
      ...Object.fromEntries(accepted.map((field) => [field, revision[field]])),
      ...(state !== 'approved' && { state: 'approved', decidedBy: revision.decidedBy, decidedAt: revision.decidedAt }),
    },
  });
}

/** Puts back what the comment said. */
export async function undoRevision(
  strapi: Core.Strapi,
  { documentId, decision }: Pick<Decision, 'decision'> & { documentId: string },
): Promise<void> {
  const { comment, replaced } = await findRevision(strapi, documentId);
  if (decision === 'approved' && replaced)
    await documents(strapi, 'plugin::comments.comment').update({ documentId: comment, data: replaced });
}

/** Tells an author that their comment now says what they wanted, or why it does not. */
export async function tellReviser(
  strapi: Core.Strapi,
  { documentId, decision, reason, at }: Pick<Decision, 'decision' | 'reason'> & { documentId: string; at: Date },
): Promise<void> {
  const { comment: changedId, email, language } = await findRevision(strapi, documentId);
  const comment = await findWritten(strapi, changedId);
  if (!email || !comment || decision === 'spam' || decision === 'asked') return;
  const outcome = decision === 'approved' ? 'approved' : 'refused';
  await postMail(strapi, {
    cause: `revision ${documentId} ${decision} ${at.toISOString()}`,
    to: email,
    locale: language,
    write: (say) => ({
      subject: say(`mail.commentRevision.${outcome}.subject`),
      parts: [say(`mail.commentRevision.${outcome}.text`), ...(reason ? [reason] : []), ...readingLink(comment, say)],
    }),
  });
}

const readingLink = (comment: Written, say: (key: string) => string) =>
  comment.state === 'approved' && comment.audience === 'publish'
    ? [{ link: addressOf(comment), label: say('mail.comment.approved.link') }]
    : [];

/** What everyone reads now, for moderators to compare. */
export async function readRevised(
  strapi: Core.Strapi,
  { documentId }: { documentId: string },
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { comment: changedId } = await findRevision(strapi, documentId);
  const comment = await findWritten(strapi, changedId);
  return comment?.state === 'approved' ? { author: comment.author, text: comment.text } : undefined;
}
