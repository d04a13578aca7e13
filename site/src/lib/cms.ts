import type { z } from 'zod';
import type { Challenge } from '@s-tetic/cms/contracts/limits';
import { nearest, type Nearest } from '@s-tetic/cms/contracts/search';
import { readEnvironment } from '@s-tetic/config/environment';
import type { Issue } from '@s-tetic/config/validation';
import { challengeIn, workAtHand } from './work-at-hand.ts';

type Link = Nearest['pages'][number];

/** The part of a feature's contract that says how to ask for it. */
export interface Asked {
  readonly name: string;
  readonly routes: Readonly<Record<string, AskedRoute>>;
}

interface AskedRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
}

export type RouteName<C extends Asked> = keyof C['routes'] & string;
export type AnswerOf<C extends Asked, R extends RouteName<C>> = z.output<C['routes'][R]['answer']>;
export type BodyOf<C extends Asked, R extends RouteName<C>> = C['routes'][R]['body'] extends z.ZodType
  ? z.input<C['routes'][R]['body']>
  : never;

export interface Question {
  /** Fills the `:names` of the route's path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** The page that it is asked for, without locale: should nothing be there, the CMS says which pages are near. */
  readonly page?: string | undefined;
}

export interface Answer<Data> {
  /** What was found, checked against the contract. Absent when the CMS knows nothing by that name or in that language. */
  readonly data: Data | undefined;
  /** The `Cache-Tag`s of everything the answer was made of. */
  readonly tags: readonly string[];
  /** The pages near the one that nothing was found for. */
  readonly nearest?: readonly Link[] | undefined;
}

/** What the CMS says of what it refuses, in the language of the sender. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly issues: readonly Issue[];
  /** Of what was already received, when it refuses a second copy. */
  readonly reference?: string;
  /** Seconds after which it may be tried again. */
  readonly retryAfter?: number;
  /** What a browser may work out for the same form to be received at once. */
  readonly challenge?: Challenge;
}

export type Sent<Data> =
  { readonly data: Data; readonly refusal?: never } | { readonly data?: never; readonly refusal: Refusal };

/** Longer than the slowest honest answer, shorter than a reader's patience. */
const PATIENCE_MS = 5_000;

/**
 * What the CMS answers to a question about nothing that it holds, or that nothing it holds could have for an address. Whoever types
 * such an address must not pass for an outage, for which everybody else would wait.
 */
const nothingThere: ReadonlySet<number> = new Set([400, 404, 414, 422]);

/** The CMS cannot be reached, takes too long, fails, or answers something else than its contract. */
export class CmsUnavailable extends Error {
  override name = 'CmsUnavailable';
}

/**
 * Asks the CMS one public question.
 *
 *     const { data } = await readCms(charter, 'step', { params: { slug }, query: { locale } });
 *
 * Questions are not shared between requests: a page rendered after a purge must not receive an answer asked before it.
 *
 * @throws {CmsUnavailable} when there is no answer that can be trusted
 */
export async function readCms<const C extends Asked, R extends RouteName<C>>(
  contract: C,
  name: R,
  question: Question = {},
): Promise<Answer<AnswerOf<C, R>>> {
  const route = routeOf(contract, name);
  const url = addressOf(contract, route, question);
  const headers = { accept: 'application/json', ...(question.page && { 'x-page-path': question.page }) };
  const response = await reach(url, { headers });
  const tags = tagsOf(response);
  if (nothingThere.has(response.status))
    return { data: undefined, tags, nearest: nearestOf(await response.json().catch(() => undefined)) };
  if (!response.ok) throw new CmsUnavailable(unexpected(url, `answered ${response.status}`));
  return { data: checked(route, await json(response, url), url) as AnswerOf<C, R>, tags };
}

/**
 * Hands over to the CMS what a visitor sent.
 *
 * @param sender.address the visitor's, by which the CMS limits how often one person sends. Absent where nothing is limited
 * @returns what the CMS answers, or why it refuses
 * @throws {CmsUnavailable} when it is not known to have received it
 */
export async function sendToCms<const C extends Asked, R extends RouteName<C>>(
  contract: C,
  name: R,
  body: BodyOf<C, R>,
  sender?: { readonly address: string },
): Promise<Sent<AnswerOf<C, R>>> {
  const route = routeOf(contract, name);
  const url = addressOf(contract, route, {});
  const work = workAtHand();
  const response = await reach(url, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${readEnvironment(process.env, 'site').SITE_TOKEN}`,
      ...(sender && { 'x-client-address': sender.address }),
      ...(work && { 'x-work': work }),
    },
    body: JSON.stringify(body),
  });
  // A refused token is a fault of the installation: the visitor can do nothing about it.
  if (response.status >= 500 || response.status === 401 || response.status === 403)
    throw new CmsUnavailable(unexpected(url, `answered ${response.status}`));
  const answer = await json(response, url);
  return response.ok
    ? { data: checked(route, answer, url) as AnswerOf<C, R> }
    : { refusal: refusalOf(response.status, answer) };
}

function routeOf(contract: Asked, name: string): AskedRoute {
  const route = contract.routes[name];
  if (route) return route;
  const known = Object.keys(contract.routes).join(', ');
  throw new Error(`The contract of ${contract.name} has no route «${name}». It has ${known}. Ask for one of them.`);
}

function addressOf(contract: Asked, route: AskedRoute, { params = {}, query = {} }: Question): URL {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const url = new URL(`${readEnvironment(process.env, 'site').CMS_URL}/api/${contract.name}${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (cause) {
    const found =
      cause instanceof Error && cause.name === 'TimeoutError'
        ? `said nothing for ${PATIENCE_MS} ms`
        : 'cannot be reached';
    throw new CmsUnavailable(unexpected(url, found), { cause });
  }
}

async function json(response: Response, url: URL): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new CmsUnavailable(unexpected(url, 'answered something that is not JSON'), { cause });
  }
}

function checked(route: AskedRoute, answer: unknown, url: URL): unknown {
  const result = route.answer.safeParse(answer);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const found = `answered something else than its contract (at ${issue?.path.join('.')}: ${issue?.message})`;
  throw new CmsUnavailable(unexpected(url, found), { cause: result.error });
}

function unexpected(url: URL, found: string): string {
  return `The CMS ${found} at ${url.origin}${url.pathname}. An answer of its public API was expected. Is it running, at the version of this site? CMS_URL says where.`;
}

/** `tagsOf(… 'Cache-Tag: step-3, faq')` // => ['step-3', 'faq'] */
function tagsOf(response: Response): readonly string[] {
  return (response.headers.get('cache-tag') ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
}

function nearestOf(answer: unknown): readonly Link[] | undefined {
  return nearest.shape.pages.optional().safeParse((answer as ErrorAnswer | undefined)?.error?.details?.nearest).data;
}

interface ErrorAnswer {
  readonly error?: {
    readonly message?: string;
    readonly details?: {
      readonly issues?: readonly Issue[];
      readonly reference?: string;
      readonly retryAfter?: number;
      readonly nearest?: unknown;
      readonly challenge?: unknown;
    };
  };
}

function refusalOf(status: number, answer: unknown): Refusal {
  const { error } = answer as ErrorAnswer;
  const { issues = [], reference, retryAfter, ...details } = error?.details ?? {};
  const challenge = challengeIn(details.challenge);
  return {
    status,
    message: error?.message ?? '',
    issues,
    ...(reference && { reference }),
    ...(retryAfter && { retryAfter }),
    ...(challenge && { challenge }),
  };
}
