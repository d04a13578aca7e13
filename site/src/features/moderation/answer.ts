import { contract, type QuestionAnswer, replyInput } from '@s-tetic/cms/contracts/moderation';
import { sendToCms } from '../../lib/cms.ts';
import type { FormNames } from '../../lib/form-errors.ts';
import { type Outcome, receiveForm, type Sender } from '../../lib/receive-form.ts';
import type { Words } from '../../i18n/words.ts';

/** What moderators ask, for whoever has the link that was mailed to them. Undefined when the link is unknown. */
export async function lookAtQuestion(
  token: string,
  { locals: { locale } }: Sender,
): Promise<QuestionAnswer | undefined> {
  const { data } = await sendToCms(contract, 'question', { locale, token });
  return data;
}

/** Takes what a sender answers. Sent twice, it is received once. */
export async function receiveAnswer(
  token: string,
  request: Request,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<QuestionAnswer>> {
  return receiveForm(request, {
    schema: replyInput,
    read: (form) => ({ ...Object.fromEntries(form), locale, token }),
    send: (reply) => sendToCms(contract, 'reply', reply, { address }),
  });
}

/** How the form calls its one box. */
export function answerNames(t: Words): FormNames {
  return { fields: ['text'], fieldOf: ([name]) => String(name), labelOf: () => t('answer.text') };
}
