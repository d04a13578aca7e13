import { checkInput, type Issue } from '@s-tetic/config/validation';
import type { z } from 'zod';
import { isCmsUnavailable } from './failure.ts';
import { FormTooLarge, FormUnreadable, formTypes, readForm } from './read-form.ts';
import type { Sent } from './cms.ts';
import { noteChallenge, withWorkOf } from './work-at-hand.ts';

/** Who sent a form: what a page knows of it, as `Astro` is. */
export interface Sender {
  /** By which the CMS limits how often one person sends. */
  readonly clientAddress: string;
  readonly locals: { readonly locale: string };
}

/** How a form becomes something received. */
export interface Reception<Schema extends z.ZodType, Data> {
  readonly schema: Schema;
  /** What was typed, in the shape of the schema. It checks nothing. */
  readonly read: (form: FormData) => Record<string, unknown>;
  readonly send: (body: z.output<Schema>) => Promise<Sent<Data>>;
}

export type Outcome<Data> =
  { readonly received: Data; readonly refusal?: never } | { readonly received?: never; readonly refusal: FormRefusal };

/** Why a form was not received, and all that is needed to show it again as it was. */
export interface FormRefusal {
  readonly status: number;
  /** What is wrong, with a place in `sent` when it is about a field. */
  readonly issues: readonly Issue[];
  /** What was typed. Empty when it could not be read. */
  readonly typed: FormData;
  /** What was typed, in the shape of the schema. */
  readonly sent: Record<string, unknown>;
  /** Of the copy that was received before this one. */
  readonly reference?: string;
  /** Seconds after which it may be sent again. */
  readonly retryAfter?: number;
}

/** Gives a page that shows a form again the status of the refusal, and says when to come back. */
export function answerRefusal(
  response: ResponseInit & { readonly headers: Headers },
  { status, retryAfter }: FormRefusal,
): void {
  response.status = status;
  if (retryAfter !== undefined) response.headers.set('Retry-After', String(retryAfter));
}

/**
 * Takes what a visitor posted: reads it, checks it, hands it over to the CMS, in that order.
 * What goes wrong on the way is an answer, not an exception: the form is shown again, whole.
 */
export async function receiveForm<Schema extends z.ZodType, Data>(
  request: Request,
  reception: Reception<Schema, Data>,
): Promise<Outcome<Data>> {
  const reading = await tryReading(request);
  if (reading instanceof Error) return { refusal: unreadable(reading) };
  return withWorkOf(reading, () => receiveTyped(request, reading, reception));
}

async function receiveTyped<Schema extends z.ZodType, Data>(
  request: Request,
  typed: FormData,
  { schema, read, send }: Reception<Schema, Data>,
): Promise<Outcome<Data>> {
  const sent = read(typed);
  const { data, issues } = checkInput(schema, sent);
  if (issues) return { refusal: { status: 422, issues, typed, sent } };
  const answer = await trySending(() => send(data));
  if (!answer) return { refusal: { status: 503, issues: [whole('error.unavailable')], typed, sent } };
  if (!answer.refusal) return { received: answer.data };
  const { challenge, ...refusal } = answer.refusal;
  if (challenge) noteChallenge(request, challenge);
  return { refusal: { ...refusedByCms(refusal), typed, sent } };
}

async function tryReading(request: Request): Promise<FormData | FormTooLarge | FormUnreadable> {
  try {
    return await readForm(request);
  } catch (error) {
    if (error instanceof FormTooLarge || error instanceof FormUnreadable) return error;
    throw error;
  }
}

async function trySending<Data>(send: () => Promise<Sent<Data>>): Promise<Sent<Data> | undefined> {
  try {
    return await send();
  } catch (error) {
    if (isCmsUnavailable(error)) return undefined;
    throw error;
  }
}

function unreadable(error: FormTooLarge | FormUnreadable): FormRefusal {
  const nothing = { typed: new FormData(), sent: {} };
  return error instanceof FormTooLarge
    ? { status: 413, issues: [whole('error.tooLarge', { max: error.limit / 1024 })], ...nothing }
    : {
        status: 415,
        issues: [whole('error.mediaType', { found: error.found, expected: formTypes.join(', ') })],
        ...nothing,
      };
}

/** A refusal that names no field is told by its own sentence, already in the sender's language. */
function refusedByCms({ message, issues, ...refusal }: Omit<NonNullable<Sent<never>['refusal']>, 'challenge'>) {
  const told = issues.length > 0 ? issues : [whole(message)];
  return { ...refusal, issues: told };
}

const whole = (key: string, values: Issue['values'] = {}): Issue => ({ path: [], key, values });
