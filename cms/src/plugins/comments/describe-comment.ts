import type { Core } from '@strapi/strapi';
import { findPagesOf } from '../../lib/find-pages-of';

interface Comment {
  readonly email: string | null;
  readonly text: string;
  readonly target: string;
}

const findComment = (strapi: Core.Strapi, documentId: string): Promise<Comment> =>
  strapi.db.query('plugin::comments.comment').findOne({ where: { documentId } });

/** The page that a comment is about, as long as it is published. */
export async function describeComment(strapi: Core.Strapi, { documentId }: { documentId: string }) {
  const { target } = await findComment(strapi, documentId);
  const page = (await findPagesOf(strapi, [target])).get(target);
  return page ? { context: { label: page.title, path: page.path } } : {};
}

/** Why a comment deserves a closer look: links in it, and what was taken for spam from the same address. */
export async function findCommentFlags(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<string[]> {
  const { email, text } = await findComment(strapi, documentId);
  const links = text.match(/https?:\/\/|www\./gi)?.length ?? 0;
  const spam = email ? await strapi.db.query('plugin::comments.comment').count({ where: { email, state: 'spam' } }) : 0;
  return [
    ...(links > 0 ? [links === 1 ? 'Le texte contient un lien.' : `Le texte contient ${links} liens.`] : []),
    ...(spam > 0 ? [`De cette adresse, déjà classés parmi les indésirables : ${spam}.`] : []),
  ];
}

const longestQuestion = 200;

/** A draft for the FAQ: the first sentence as the question, the whole text quoted where the answer is to be written. */
export async function commentAsQuestion(strapi: Core.Strapi, { documentId }: { documentId: string }) {
  const { text } = await findComment(strapi, documentId);
  const line = text.replace(/\s+/g, ' ').trim();
  const [sentence] = /^.*?[.?!…](?=\s|$)/.exec(line) ?? [line];
  return { question: shorten(sentence), answer: text.replace(/^/gm, '> ') };
}

const shorten = (sentence: string): string =>
  sentence.length <= longestQuestion ? sentence : `${sentence.slice(0, longestQuestion - 1).trimEnd()}…`;
