import { askInput, contract } from '@s-tetic/cms/contracts/listings';
import type { Mailing } from '@s-tetic/cms/contracts/proof';
import type { Words } from '../../i18n/words.ts';
import { sendToCms } from '../../lib/cms.ts';
import type { FormNames } from '../../lib/form-errors.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';
import { readFields } from './read-fields.ts';

/** Takes the form by which an owner asks for their link. */
export function receiveAsking(
  request: Request,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<{ readonly mail: Mailing }>> {
  return receiveForm(request, {
    schema: askInput,
    read: (form) => ({ ...readFields(form), locale }),
    send: (asked) => sendToCms(contract, 'ask', asked, { address }),
  });
}

export const askNames = (t: Words): FormNames => ({
  fields: ['email'],
  fieldOf: ([name]) => String(name),
  labelOf: () => t('manage.email'),
});
