import { contract, submissionInput, type NearListing } from '@s-tetic/cms/contracts/resources';
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

/** Where a form that holds leads: it is sent, or shown again with what was typed. Nothing is stored before it is sent. */
export type Step =
  | ({ readonly step: 'sent' } & Received)
  /** The form, to change an answer. */
  | { readonly step: 'form'; readonly typed: FormData }
  /** The form, with the listings that resemble it. */
  | { readonly step: 'near'; readonly typed: FormData; readonly near: readonly NearListing[] }
  /** All the answers, to be checked. */
  | { readonly step: 'summary'; readonly typed: FormData };

/**
 * Takes the form of a provider: shows what resembles it, then all the answers, then sends them. What was typed travels in
 * the form itself, and is checked each time. The same answers sent twice (a double click, a reload) keep their first reference.
 */
export async function receiveSubmission(
  request: Request,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<Step>> {
  let typed = new FormData();
  return receiveForm(request, {
    schema: submissionInput,
    read: (form) => {
      typed = form;
      return readSubmission(form, locale);
    },
    send: async (submission): Promise<Sent<Step>> => {
      if (typed.has('edit')) return { data: { step: 'form', typed } };
      if (typed.get('intent') !== 'send') {
        const { data, refusal } = await sendToCms(contract, 'preview', submission, { address });
        if (refusal) return { refusal };
        const isNew = data.near.length === 0 || typed.has('different');
        return { data: isNew ? { step: 'summary', typed } : { step: 'near', typed, near: data.near } };
      }
      const { data, refusal } = await sendToCms(contract, 'submit', submission, { address });
      if (refusal?.reference !== undefined)
        return { data: { step: 'sent', reference: refusal.reference, told: 'again' } };
      return refusal ? { refusal } : { data: { step: 'sent', reference: data.reference, told: data.mail } };
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
