import {
  contract,
  erasureInput,
  type PersonalCopy,
  requestInput,
  type Summary,
} from '@s-tetic/cms/contracts/personal-data';
import type { Mailing } from '@s-tetic/cms/contracts/proof';
import { sendToCms } from '../../lib/cms.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';

const unknown: Summary = { state: 'unknown', kinds: [], listings: [] };

/** Asks for the link to the data of an address. The answer says nothing of whether it is known. */
export function receiveRequest(
  request: Request,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<{ mail: Mailing }>> {
  return receiveForm(request, {
    schema: requestInput,
    read: (form) => ({ ...answered(form), locale }),
    send: (body) => sendToCms(contract, 'ask', body, { address }),
  });
}

/** What is kept of the address that a link was mailed to. */
export async function lookAtData(token: string, { locals: { locale } }: Sender): Promise<Summary> {
  const { data } = await sendToCms(contract, 'look', { locale, token });
  return data ?? unknown;
}

/** All that an address ever sent. */
export async function copyData(
  token: string,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<PersonalCopy | undefined> {
  const { data } = await sendToCms(contract, 'copy', { locale, token }, { address });
  return data;
}

/** Erases all that an address ever sent. */
export function receiveErasure(
  request: Request,
  token: string,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<{ mail: Mailing }>> {
  return receiveForm(request, {
    schema: erasureInput,
    read: (form) => ({ ...answered(form), locale, token }),
    send: (body) => sendToCms(contract, 'erase', body, { address }),
  });
}

/** What was typed or chosen: an empty box is no answer. */
const answered = (form: FormData): Record<string, unknown> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() === ''
        ? []
        : [[name, typeof value === 'string' ? value.trim() : value]],
    ),
  ) as Record<string, unknown>;
