import type { Frame } from '@s-tetic/cms/contracts/pages';
import type { Nearest } from '@s-tetic/cms/contracts/search';
import { wordsIn, type Words } from '../i18n/words.ts';
import { readCms, type Answer, type AnswerOf, type Asked, type Question, type RouteName } from './cms.ts';
import { askFrame, lastKnownFrame } from './frame.ts';

/** What a request knows on its way to a page: its language, what stands around the page, and what was read for it. */
export interface Visit {
  readonly locale: string;
  /** Settings, languages, menus. Until something was read, what was last known of them. */
  readonly frame: Frame;
  /** The interface's words in the reader's language. */
  readonly t: Words;
  /** The tags of everything that was read: when one of them changes, so does the page. */
  readonly tags: Set<string>;
  /** The slugs of the terms of the glossary that the page already links. */
  readonly linkedTerms: Set<string>;
  /** When something that was read is not there: the pages near the one asked for. */
  readonly nearest: Nearest['pages'] | undefined;
  /** Set to false by what is meant for one visitor only. */
  shareable: boolean;
  /**
   * Asks the CMS in the language of the visit, and for the frame at the same time: two calls side by side.
   *
   *     const step = await locals.read(charter, 'step', { params: { slug } });
   *
   * @returns the answer, or undefined when there is no such thing
   * @throws {CmsUnavailable}
   */
  read<const C extends Asked, R extends RouteName<C>>(
    contract: C,
    name: R,
    question?: Question,
  ): Promise<AnswerOf<C, R> | undefined>;
  /** Waits for the frame alone, where nothing else is read. Never fails: while the CMS is away, what was last known stands in. */
  settle(): Promise<void>;
}

interface Opening {
  /** The answer about its frame, if it was asked for already. */
  readonly asked?: Promise<Answer<Frame>> | undefined;
  /** The address of the page, without locale. */
  readonly path?: string;
}

/** A visit in a language that the site has. */
export function openVisit(locale: string, { asked, path }: Opening = {}): Visit {
  const tags = new Set<string>();
  let frame = lastKnownFrame(locale);
  let words = wordsIn(locale, frame);
  let arrival: Promise<void> | undefined;
  let nearest: Visit['nearest'];

  const frameArrives = (): Promise<void> =>
    (arrival ??= (asked ?? askFrame(locale)).then((answer) => {
      for (const tag of answer.tags) tags.add(tag);
      frame = answer.data ?? frame;
      words = wordsIn(locale, frame);
    }));

  return {
    locale,
    get frame() {
      return frame;
    },
    get t() {
      return words;
    },
    tags,
    linkedTerms: new Set(),
    get nearest() {
      return nearest;
    },
    shareable: true,
    async read(contract, name, question = {}) {
      const asking = readCms(contract, name, { ...question, query: { locale, ...question.query }, page: path });
      const [answer] = await Promise.all([asking, frameArrives()]);
      for (const tag of answer.tags) tags.add(tag);
      nearest ??= answer.nearest?.slice();
      return answer.data;
    },
    settle: () => frameArrives().catch(() => undefined),
  };
}

/** A visit that asks nothing, for the pages that say that something went wrong. */
export function openVisitOffline(locale: string): Visit {
  return openVisit(locale, { asked: Promise.resolve({ data: lastKnownFrame(locale), tags: [] }) });
}
