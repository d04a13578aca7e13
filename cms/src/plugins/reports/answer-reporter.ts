import type { Core } from '@strapi/strapi';
import { postMail } from '../mail/post-mail';
import type { Decision } from '../moderation/contract';
import { findReport } from './report';

interface Decided extends Pick<Decision, 'decision' | 'reason'> {
  readonly documentId: string;
  readonly at: Date;
}

/** Tells whoever left an address what became of their report. */
export async function answerReporter(
  strapi: Core.Strapi,
  { documentId, decision, reason, at }: Decided,
): Promise<void> {
  const { email, language, kind, name } = await findReport(strapi, documentId);
  if (!email || decision === 'spam' || decision === 'asked') return;
  await postMail(strapi, {
    cause: `report ${documentId} ${decision} ${at.toISOString()}`,
    to: email,
    locale: language,
    write: (say) => ({
      subject: say('mail.report.subject'),
      parts: [say(`mail.report.${kind}.${decision}`, { name }), ...(reason ? [reason] : [])],
    }),
  });
}
