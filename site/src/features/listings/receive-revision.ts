import { contract, revisionInput } from '@s-tetic/cms/contracts/listings';
import { sendToCms } from '../../lib/cms.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';
import { readSubmission } from '../resources/submission.ts';

/** Takes the changes that an owner proposes. `same` when there are none. */
export function receiveRevision(
  request: Request,
  named: { readonly token: string; readonly slug: string },
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<{ readonly outcome: 'edit' | 'same' }>> {
  return receiveForm(request, {
    schema: revisionInput,
    read: (form) => ({ ...readSubmission(form, locale), ...named }),
    send: (revision) => sendToCms(contract, 'revise', revision, { address }),
  });
}
