import { contract, type Mailing, type ProofAnswer } from '@s-tetic/cms/contracts/proof';
import { sendToCms } from '../../lib/cms.ts';
import { localized, paths } from '../../lib/paths.ts';
import type { Sender } from '../../lib/receive-form.ts';

/** What the page of a mailed link shows. After a renewal it also says whether the fresh link left. */
export interface Proof extends ProofAnswer {
  readonly renewed?: Mailing;
}

const unknown: Proof = { state: 'unknown' };

/** What a link would confirm. Opening it changes nothing: mail programs open links too. */
export async function lookAtProof(token: string, { locals: { locale } }: Sender): Promise<Proof> {
  const { data } = await sendToCms(contract, 'look', { locale, token });
  return data ?? unknown;
}

/** Confirms, by the button of the page. */
export async function confirmProof(token: string, sender: Sender): Promise<Proof> {
  const { data } = await sendToCms(contract, 'confirm', ...bearer(token, sender));
  return data ?? unknown;
}

/** Has a fresh link mailed in place of an expired one. */
export async function renewProof(token: string, sender: Sender): Promise<Proof> {
  const { data } = await sendToCms(contract, 'renew', ...bearer(token, sender));
  return data ? { state: 'expired', renewed: data.mail } : unknown;
}

/** Where a sender reads that it is confirmed: where they can follow it, when it can be followed. */
export function confirmedAt(token: string, { follow }: Proof, locale: string): string {
  return localized(follow === undefined ? paths.confirm(token) : paths.follow(follow), locale);
}

/** The token goes in a body: no log on the way keeps it. */
const bearer = (token: string, { clientAddress: address, locals: { locale } }: Sender) =>
  [{ locale, token }, { address }] as const;
