import { claimInput, contract } from '@s-tetic/cms/contracts/listings';
import type { Mailing } from '@s-tetic/cms/contracts/proof';
import type { Words } from '../../i18n/words.ts';
import { sendToCms } from '../../lib/cms.ts';
import type { FormNames } from '../../lib/form-errors.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';
import { readFields } from './read-fields.ts';

const asked = ['email', 'message'] as const;

/** Takes the form by which somebody asks for a listing that nobody manages. */
export function receiveClaim(
  request: Request,
  slug: string,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<{ readonly mail: Mailing }>> {
  return receiveForm(request, {
    schema: claimInput,
    read: (form) => ({ ...readFields(form), slug, locale }),
    send: (claim) => sendToCms(contract, 'claim', claim, { address }),
  });
}

export const claimNames = (t: Words): FormNames => ({
  fields: asked,
  fieldOf: ([name]) => String(name),
  labelOf: (field) => t(`claim.${field as (typeof asked)[number]}`),
});

/** `domainOf('https://www.agoria.be/fr')` // => '@agoria.be' */
export function domainOf(website: string | undefined): string | undefined {
  const host = URL.parse(website ?? '')?.hostname.replace(/^www\./, '');
  return host && `@${host}`;
}
