import { contract, handOverInput } from '@s-tetic/cms/contracts/listings';
import type { Mailing } from '@s-tetic/cms/contracts/proof';
import type { Words } from '../../i18n/words.ts';
import { sendToCms } from '../../lib/cms.ts';
import type { FormNames } from '../../lib/form-errors.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';
import { readFields } from './read-fields.ts';

/** Takes the form by which an owner invites somebody to take a listing over. */
export function receiveHandOver(
  request: Request,
  named: { readonly token: string; readonly slug: string },
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<{ readonly mail: Mailing }>> {
  return receiveForm(request, {
    schema: handOverInput,
    read: (form) => ({ ...readFields(form), ...named, locale }),
    send: (invitation) => sendToCms(contract, 'handOver', invitation, { address }),
  });
}

export const handOverNames = (t: Words): FormNames => ({
  fields: ['email'],
  fieldOf: ([name]) => String(name),
  labelOf: () => t('manage.handOver.email'),
});
