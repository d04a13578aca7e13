import {
  actionInput,
  contract,
  type Action,
  type Draft,
  type Holdings,
  type TakeOver,
} from '@s-tetic/cms/contracts/listings';
import { checkInput } from '@s-tetic/config/validation';
import { sendToCms } from '../../lib/cms.ts';
import { localized, paths } from '../../lib/paths.ts';
import { readForm } from '../../lib/read-form.ts';
import type { Sender } from '../../lib/receive-form.ts';

/** What an owner's page says was done: by its buttons, by the form of a listing, or by that of an invitation. */
export const outcomes = ['confirm', 'rhythm', 'suspend', 'restore', 'remove', 'edit', 'same', 'handOver'] as const;

export type Outcome = (typeof outcomes)[number];

/** What the address of an owner's page says was done. */
export const outcomeIn = (query: URLSearchParams): Outcome | undefined =>
  outcomes.find((outcome) => outcome === query.get('fait'));

/** Where an owner reads what they just did. */
export const doneAt = (token: string, outcome: Outcome, locale: string): string =>
  localized(`${paths.holdings(token)}?fait=${outcome}`, locale);

/** What the bearer of a link manages. Opening it changes nothing: mail programs open links too. */
export async function openHoldings(token: string, { locals: { locale } }: Sender): Promise<Holdings> {
  const { data } = await sendToCms(contract, 'open', { locale, token });
  return data ?? { state: 'unknown', listings: [] };
}

/** Does what a button of an owner's page says. @returns undefined when there is no such button, or no such listing */
export async function pressButton(request: Request, token: string, sender: Sender): Promise<Action | undefined> {
  // What is no form of ours presses no button.
  const typed = await readForm(request).catch(() => new FormData());
  const { data } = checkInput(actionInput, { ...Object.fromEntries(typed), token, locale: sender.locals.locale });
  if (!data) return undefined;
  const { refusal } = await sendToCms(contract, 'act', data, { address: sender.clientAddress });
  return refusal ? undefined : data.action;
}

interface Named {
  readonly token: string;
  readonly slug: string;
}

/** What the form of a listing opens with. */
export async function findDraft(named: Named, { locals: { locale } }: Sender): Promise<Draft | undefined> {
  const { data } = await sendToCms(contract, 'draft', { ...named, locale });
  return data;
}

/** One listing of the bearer of a link. */
export async function findHolding({ token, slug }: Named, sender: Sender) {
  const { listings } = await openHoldings(token, sender);
  return listings.find((listing) => listing.slug === slug);
}

/** What an invitation offers; by its button, what it gave. */
export async function openInvitation(
  token: string,
  { locals: { locale } }: Sender,
  { accept }: { readonly accept: boolean },
): Promise<TakeOver> {
  const { data } = await sendToCms(contract, accept ? 'takeOver' : 'lookAtHandover', { locale, token });
  return data ?? { state: 'unknown' };
}
