import { daysFrom, retention } from '@s-tetic/config/retention';
import type { Core } from '@strapi/strapi';
import { formatDate } from '../../lib/format-date';
import { Refusal } from '../../lib/refusal';
import { siteAddress } from '../../lib/site-address';
import { makeLink, type Subject } from '../links/link';
import { postMail } from '../mail/post-mail';
import type { Moderator } from './journal';
import type { Question } from './panel';

const questions = (strapi: Core.Strapi) => strapi.db.query('plugin::moderation.question');

interface Asking {
  readonly question: string;
  readonly moderator: Moderator;
  readonly at: Date;
}

/**
 * Mails a question to whoever sent something, with the link of a page where they answer.
 * @throws {Refusal} 422 when they left no address
 */
export async function askSender(
  strapi: Core.Strapi,
  { uid, documentId }: Subject,
  { question, moderator, at }: Asking,
): Promise<void> {
  const { email, language, sentAt } = await strapi.db.query(uid).findOne({ where: { documentId } });
  if (!email) throw new Refusal(422, 'moderation.noSender');
  const asked: { documentId: string } = await questions(strapi).create({
    data: { uid, subject: documentId, text: question, email, askedBy: moderator.name, askedAt: at },
  });
  const subject = { uid: 'plugin::moderation.question', documentId: asked.documentId };
  const token = await makeLink(strapi, 'answer', subject, daysFrom(at, retention.answerLink));
  await postMail(strapi, {
    cause: `question ${asked.documentId}`,
    to: email,
    locale: language,
    write: (say) => ({
      subject: say('mail.question.subject'),
      parts: [
        say('mail.question.text', { date: formatDate(sentAt, language) }),
        question,
        { link: siteAddress(`/question/${token}`, language), label: say('mail.question.link') },
        say('mail.question.limits', { days: retention.answerLink }),
      ],
    }),
  });
}

/** Removes a question, with its answer. */
export async function removeQuestion(strapi: Core.Strapi, { documentId }: { documentId: string }): Promise<void> {
  await questions(strapi).deleteMany({ where: { documentId } });
}

/** What the sender of something was asked, and answered, the oldest first. */
export async function findQuestions(strapi: Core.Strapi, { uid, documentId }: Subject): Promise<Question[]> {
  const rows: Record<keyof Question, string | null>[] = await questions(strapi).findMany({
    where: { uid, subject: documentId },
    orderBy: { askedAt: 'asc' },
  });
  return rows.map(({ text, askedBy, askedAt, answer, answeredAt }) => ({
    text: text!,
    askedBy: askedBy!,
    askedAt: new Date(askedAt!).toISOString(),
    ...(answer && answeredAt && { answer, answeredAt: new Date(answeredAt).toISOString() }),
  }));
}
