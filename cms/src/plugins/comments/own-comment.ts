import type { Core } from '@strapi/strapi';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { findLink } from '../links/link';
import type { contract, OwnComment } from './contract';
import { removeComment } from './remove-comment';
import { findWritten, type Written } from './written';

type Routes = (typeof contract)['routes'];

interface Own {
  readonly comment: Written;
  readonly isExpired: boolean;
}

/** Says what an author may still do with their comment, and changes nothing. */
export const lookAtOwn: WriteHandler<Routes['look']> = async (strapi, { token }) => {
  const own = await findOwn(strapi, token);
  return own ? tellOwn(strapi, own) : { state: 'unknown' };
};

/** Takes a comment back: it is nowhere any more. The answers of others stay. */
export const withdrawOwn: WriteHandler<Routes['withdraw']> = (strapi, { token }) =>
  strapi.db.transaction(async () => {
    const { comment } = await findOpen(strapi, token);
    await removeComment(strapi, comment);
    return { path: comment.path };
  });

/** What a link is about. Whoever sent spam is told nothing more. */
async function findOwn(strapi: Core.Strapi, token: string): Promise<Own | undefined> {
  const link = await findLink(strapi, 'amend', token);
  const comment = link && (await findWritten(strapi, link.subject.documentId));
  return comment && comment.state !== 'spam' ? { comment, isExpired: link.expiresAt <= new Date() } : undefined;
}

/** @throws {Refusal} 404 when the link works no more */
export async function findOpen(strapi: Core.Strapi, token: string): Promise<Own> {
  const own = await findOwn(strapi, token);
  if (!own || own.isExpired) throw new Refusal(404, 'error.unknownLink');
  return own;
}

export async function tellOwn(strapi: Core.Strapi, { comment, isExpired }: Own): Promise<OwnComment> {
  const revision: { author: string; text: string } | null = await strapi.db
    .query('plugin::comments.revision')
    .findOne({ where: { comment: comment.documentId, state: 'pending' } });
  const { author, text } = revision ?? comment;
  return {
    state: isExpired ? 'expired' : 'open',
    author,
    text,
    path: comment.path,
    isPublic: comment.state === 'approved' && comment.audience === 'publish',
    isChanged: revision !== null,
  };
}
