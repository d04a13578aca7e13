import { contract as pages, type Frame } from '@s-tetic/cms/contracts/pages';
import { FRENCH } from '../i18n/locale.ts';
import { shippedPhrases } from '../i18n/words.ts';
import { readCms, type Answer } from './cms.ts';

/** The last frame of each language that the CMS answered for: a hint while it is away, never an answer while it is there. */
const lastKnown = new Map<string, Frame>();

/**
 * Asks the CMS what stands around every page in a language.
 * @returns no data when the site does not exist in that language
 * @throws {CmsUnavailable}
 */
export async function askFrame(locale: string): Promise<Answer<Frame>> {
  const answer = await readCms(pages, 'frame', { query: { locale } });
  if (answer.data) lastKnown.set(locale, answer.data);
  else lastKnown.delete(locale);
  return answer;
}

/** Whether the CMS answered for that language the last time it was asked. */
export function wasKnown(locale: string): boolean {
  return lastKnown.has(locale);
}

/** What was last known to stand around pages in that language, or else the bare minimum that the site ships with. */
export function lastKnownFrame(locale: string): Frame {
  return lastKnown.get(locale) ?? shippedFrame(locale);
}

function shippedFrame(locale: string): Frame {
  const { words, frenchWords } = shippedPhrases(locale);
  return {
    settings: {
      siteName: 'S-tetic',
      tagline: '',
      editionLabel: '',
      operator: '',
      lang: FRENCH,
      editions: [],
      funders: [],
    },
    locales: [{ code: FRENCH, name: 'Français', isDefault: true }],
    words: { ...words },
    frenchWords: [...frenchWords],
    menu: [],
    footer: [],
    glossary: [],
  };
}
