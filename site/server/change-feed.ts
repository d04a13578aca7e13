import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

/** What the CMS says changed since a cursor. `reset` means that it cannot tell, the cursor being unknown or too old. */
const changesSchema = z.object({ cursor: z.string(), tags: z.array(z.string()), reset: z.boolean().optional() });

export type Changes = z.infer<typeof changesSchema>;

export interface ChangeFeedOptions {
  cmsUrl: string;
  token: string;
  /** Where to go on from; undefined when nothing is known. */
  cursor: string | undefined;
  /** Called in order, before the cursor is used. */
  onChanges: (changes: Changes) => void;
  /** Called when the CMS answers again after having failed. */
  onBack: () => void;
}

/** Seconds that the CMS may hold its answer until something changes. */
const LONG_POLL = 20;

/** Milliseconds beyond which an answer that should have come will not. */
const GRACE = 5_000;

/** Milliseconds between two questions to a CMS that answers at once that nothing changed. */
const IDLE_DELAY = 500;

/** Milliseconds before asking again a CMS that failed: doubled each time up to the longest, which keeps pages fresh within a second of its return. */
const FIRST_DELAY = 100;
const LONGEST_DELAY = 500;

/**
 * Follows what changes in the CMS, from a cursor, so that nothing is missed however often either side stops.
 */
export class ChangeFeed {
  readonly #options: ChangeFeedOptions;
  readonly #stop = new AbortController();
  #question = new AbortController();
  #cursor: string | undefined;
  #failures = 0;
  #followed: Promise<void> = Promise.resolve();

  constructor(options: ChangeFeedOptions) {
    this.#options = options;
    this.#cursor = options.cursor;
  }

  /** Applies what changed while this process was not there. Gives up after `patience` milliseconds. */
  async catchUp(patience: number): Promise<void> {
    await this.#ask(0, patience).catch((error: unknown) => this.#noteFailure(error));
  }

  follow(): void {
    this.#followed = this.#followUntilStopped();
  }

  /** Asks again at once: the CMS was in trouble and is not any more, and the question it holds may be lost. */
  askAgain(): void {
    this.#question.abort();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#followed;
  }

  async #followUntilStopped(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const pause = await this.#ask(LONG_POLL, LONG_POLL * 1000 + GRACE).catch((error: unknown) =>
        this.#noteFailure(error),
      );
      await delay(pause, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  /** @returns milliseconds to wait before the next question. */
  async #ask(wait: number, patience: number): Promise<number> {
    const askedAt = Date.now();
    this.#question = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, this.#question.signal, AbortSignal.timeout(patience)]);
    const changes = await fetchChanges(this.#options, this.#cursor, wait, signal);
    const isNews = changes.cursor !== this.#cursor || changes.reset === true || changes.tags.length > 0;
    // Without a cursor to start from, nobody knows what changed before this answer.
    if (isNews) this.#options.onChanges({ ...changes, reset: changes.reset === true || this.#cursor === undefined });
    this.#cursor = changes.cursor;
    if (this.#failures > 0) this.#noteReturn();
    const isAnsweredAtOnce = Date.now() - askedAt < IDLE_DELAY;
    return !isNews && isAnsweredAtOnce ? IDLE_DELAY : 0;
  }

  #noteReturn(): void {
    console.log('The CMS answers again: the site follows its changes.');
    this.#failures = 0;
    this.#options.onBack();
  }

  #noteFailure(error: unknown): number {
    if (this.#stop.signal.aborted || this.#question.signal.aborted) return 0;
    this.#failures += 1;
    if (this.#failures === 1)
      console.warn(`${describeFailure(error)} The site serves the pages it has, and keeps asking.`);
    return Math.min(FIRST_DELAY * 2 ** (this.#failures - 1), LONGEST_DELAY);
  }
}

async function fetchChanges(
  { cmsUrl, token }: ChangeFeedOptions,
  cursor: string | undefined,
  wait: number,
  signal: AbortSignal,
): Promise<Changes> {
  const url = new URL('/api/changes', cmsUrl);
  if (cursor !== undefined) url.searchParams.set('since', cursor);
  if (wait > 0) url.searchParams.set('wait', String(wait));
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
  if (response.ok) return changesSchema.parse(await response.json());
  await response.body?.cancel();
  const advice = response.status === 401 || response.status === 403 ? ' Is SITE_TOKEN the same on both sides?' : '';
  throw new Error(`The CMS answered ${response.status} to ${url.pathname}.${advice}`);
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof z.ZodError)
    return `The CMS answered /api/changes with something else than changes: ${z.prettifyError(error)}.`;
  if (error.name === 'TimeoutError') return 'The CMS did not answer /api/changes in time.';
  return error.cause instanceof Error ? `The CMS is out of reach (${error.cause.message}).` : error.message;
}
