import { changeInput, contract, type OwnComment } from '@s-tetic/cms/contracts/comments';
import { sendToCms } from '../../lib/cms.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';

const unknown: OwnComment = { state: 'unknown' };

/** What an author may still do with their comment. Opening the link changes nothing: mail programs open links too. */
export async function lookAtOwn(token: string, { locals: { locale } }: Sender): Promise<OwnComment> {
  const { data } = await sendToCms(contract, 'look', { locale, token });
  return data ?? unknown;
}

/** Takes another wording, for a moderator to read. */
export function receiveChange(
  request: Request,
  token: string,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<OwnComment>> {
  return receiveForm(request, {
    schema: changeInput,
    read: (form) => ({ author: form.get('author') ?? '', text: form.get('text') ?? '', locale, token }),
    send: (change) => sendToCms(contract, 'change', change, { address }),
  });
}

/** Takes a comment back for good. @returns whether there was one to take back */
export async function withdrawComment(
  token: string,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<boolean> {
  const { data } = await sendToCms(contract, 'withdraw', { locale, token }, { address });
  return data !== undefined;
}

/** Writes no more about answers, to whoever the link was mailed to. @returns whether there was somebody to leave in peace */
export async function silenceReplies(
  token: string,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<boolean> {
  const { data } = await sendToCms(contract, 'silence', { locale, token }, { address });
  return data?.state === 'silent';
}
