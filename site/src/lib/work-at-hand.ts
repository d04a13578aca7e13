import { AsyncLocalStorage } from 'node:async_hooks';
import { challenge as schema, type Challenge } from '@s-tetic/cms/contracts/limits';

/**
 * Proof of work belongs to no form: what a browser worked out travels beside the form that is being received, and what it is
 * asked to work out beside the page that shows the form again.
 */

/** The name of the hidden box in which the work comes, as ALTCHA calls it. */
export const workField = 'altcha';

/** Characters. What is longer is no work of ours. */
const longest = 2_000;

const atHand = new AsyncLocalStorage<string>();
const asked = new WeakMap<Request, Challenge>();

/** Takes the work out of a form, which is then what its feature expects, and does something with it at hand. */
export function withWorkOf<Result>(form: FormData, act: () => Result): Result {
  const work = form.get(workField);
  form.delete(workField);
  return typeof work === 'string' && work.length <= longest ? atHand.run(work, act) : act();
}

/** The work that came with the form at hand. */
export const workAtHand = (): string | undefined => atHand.getStore();

/** Remembers what the CMS asks of whoever sent a request. */
export function noteChallenge(request: Request, challenge: Challenge): void {
  asked.set(request, challenge);
}

/** What the page that answers a request asks its reader's browser to work out. */
export const challengeAsked = (request: Request): Challenge | undefined => asked.get(request);

/** A challenge, in what the CMS says of a refusal. */
export const challengeIn = (details: unknown): Challenge | undefined => schema.safeParse(details).data;
