import type { Core } from '@strapi/strapi';
import type { WriteHandler } from '../../lib/public-routes';
import { Refusal } from '../../lib/refusal';
import { findLink } from '../links/link';
import { admitSender } from '../limits/admit-sender';
import type { contract, QuestionAnswer } from './contract';
import { holdItem } from './hold-item';

type Routes = (typeof contract)['routes'];

interface Asked {
  readonly id: number;
  readonly uid: string;
  readonly subject: string;
  readonly text: string;
  readonly answeredAt: string | null;
}

/** Says what is asked, and changes nothing. */
export const lookAtQuestion: WriteHandler<Routes['question']> = async (strapi, { token }) =>
  (await findQuestion(strapi, token)).told;

/** Keeps the answer of a sender, and has what they sent wait for moderators again. Once: a second time says that it was answered. */
export const takeAnswer: WriteHandler<Routes['reply']> = async (strapi, { token, text }, sender) => {
  const { asked } = await findQuestion(strapi, token);
  await admitSender(strapi, sender);
  return strapi.db.transaction(async () => {
    await holdItem(strapi, { uid: asked.uid, documentId: asked.subject });
    const { told } = await findQuestion(strapi, token);
    if (told.state === 'answered') return told;
    if (told.state === 'closed') throw new Refusal(409, 'answer.closed.error');
    await strapi.db
      .query('plugin::moderation.question')
      .update({ where: { id: asked.id }, data: { answer: text, answeredAt: new Date() } });
    await strapi.db.query(asked.uid).update({
      where: { documentId: asked.subject },
      data: { state: 'pending', reason: null, decidedBy: null, decidedAt: null },
    });
    return { ...told, state: 'answered' };
  });
};

/**
 * What a token lets answer. Of several questions about one thing, only the last is open.
 * @throws {Refusal} 404 when the token belongs to no question, or what it was about is erased
 */
async function findQuestion(strapi: Core.Strapi, token: string): Promise<{ asked: Asked; told: QuestionAnswer }> {
  const link = (await findLink(strapi, 'answer', token)) ?? null;
  const questions = strapi.db.query('plugin::moderation.question');
  const asked: Asked | null = link && (await questions.findOne({ where: { documentId: link.subject.documentId } }));
  const sent = asked && (await strapi.db.query(asked.uid).findOne({ where: { documentId: asked.subject } }));
  if (!link || !asked || !sent) throw new Refusal(404, 'error.unknownLink');
  const { uid, subject } = asked;
  const last: Asked | null = await questions.findOne({ where: { uid, subject }, orderBy: { id: 'desc' } });
  const isOpen = sent.state === 'asked' && last?.id === asked.id && link.expiresAt > new Date();
  const state = asked.answeredAt ? 'answered' : isOpen ? 'open' : 'closed';
  return {
    asked,
    told: { state, question: asked.text, sentAt: new Date(sent.sentAt).toISOString() },
  };
}
