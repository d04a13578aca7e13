import { contract, submissionInput } from '@s-tetic/cms/contracts/resources';
import type { Words } from '../../i18n/words.ts';
import { sendToCms, type Sent } from '../../lib/cms.ts';
import type { FormNames } from '../../lib/form-errors.ts';
import { localized, paths, type Told } from '../../lib/paths.ts';
import { receiveForm, type FormRefusal, type Outcome, type Sender } from '../../lib/receive-form.ts';
import { experienceField, fieldOf, readSubmission } from './submission.ts';

/** What a provider is told: the reference, that of the same answers if they were sent before, and what happens now. */
export interface Received {
  readonly reference: string;
  readonly told: Told;
}

/** Takes the form that a provider sent. The same answers sent twice (a double click, a reload) keep their first reference. */
export async function receiveSubmission(
  request: Request,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<Received>> {
  return receiveForm(request, {
    schema: submissionInput,
    read: (form) => readSubmission(form, locale),
    send: async (submission): Promise<Sent<Received>> => {
      const { data, refusal } = await sendToCms(contract, 'submit', submission, { address });
      if (refusal?.reference !== undefined) return { data: { reference: refusal.reference, told: 'again' } };
      return refusal ? { refusal } : { data: { reference: data.reference, told: data.mail } };
    },
  });
}

/** Where a provider is thanked, with their reference, in their language. */
export function thanksFor({ reference, told }: Received, locale: string): string {
  return localized(paths.registered(reference, told), locale);
}

/** What the address of the page of thanks says to tell. */
export function toldBy(text: string | null): Told {
  return text === 'kept' || text === 'again' ? text : 'sent';
}

/** A reference as the CMS gives them, and nothing else that an address could carry. */
export function isReference(text: string | null): text is string {
  return text !== null && /^ST-\d{4}-\d{4,9}$/.test(text);
}

/** How the form calls its boxes, in sentences that begin with their name. */
export function submissionNames(t: Words, { sent }: Pick<FormRefusal, 'sent'>): FormNames {
  const labels: Readonly<Record<string, string>> = {
    name: t('form.name'),
    kind: t('resource.kind'),
    zones: t('resource.zones'),
    languages: t('resource.languages'),
    website: t('form.website'),
    email: t('form.contactEmail'),
    summary: t('form.summary'),
    description: t('form.description'),
    steps: t('resource.steps'),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((number) => experienceLabels(number, t))),
    justification: t('form.justification'),
  };
  return {
    fields: Object.keys(labels),
    fieldOf: (path) => fieldOf(path, sent),
    labelOf: (field) => labels[field] ?? field,
  };
}

function experienceLabels(number: number, t: Words): [string, string][] {
  const step = t('step.label', { number });
  return [
    [experienceField(number, 'text'), t('form.experienceText', { number })],
    [experienceField(number, 'since'), step],
    [experienceField(number, 'reference'), `${step}, ${t('resource.reference')}`],
  ];
}
