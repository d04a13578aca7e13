import type { Core } from '@strapi/strapi';
import { findWritten } from './written';

const longestQuestion = 200;

/** A draft for the FAQ: the first sentence as the question, the whole text quoted where the answer is to be written. */
export async function commentAsQuestion(strapi: Core.Strapi, { documentId }: { documentId: string }) {
  const { text = '' } = (await findWritten(strapi, documentId)) ?? {};
  const line = text.replace(/\s+/g, ' ').trim();
  const [sentence] = /^.*?[.?!…](?=\s|$)/.exec(line) ?? [line];
  return { question: shorten(sentence), answer: text.replace(/^/gm, '> ') };
}

const shorten = (sentence: string): string =>
  sentence.length <= longestQuestion ? sentence : `${sentence.slice(0, longestQuestion - 1).trimEnd()}…`;
