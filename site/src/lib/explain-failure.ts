import type { Values } from '@s-tetic/config/words';
import type { WordKey } from '../i18n/words.ts';
import type { Failure } from './failure.ts';

/** What a reader is told in place of the page. */
export interface Explanation {
  readonly title: WordKey;
  readonly text: WordKey;
  readonly values?: Values;
}

/** What went wrong, in words: first what the reader can do something about, then what they can only wait for. */
export function explainFailure({ status, method = '', limit = 0 }: Failure): Explanation {
  switch (status) {
    case 400:
      return { title: 'error.refused.title', text: 'error.path' };
    case 405:
      return {
        title: 'error.refused.title',
        text: 'error.method',
        values: { found: method, expected: 'GET, HEAD, POST' },
      };
    case 411:
      return { title: 'error.refused.title', text: 'error.length' };
    case 413:
      return { title: 'error.refused.title', text: 'error.tooLarge', values: { max: limit / 1024 } };
    case 414:
      return { title: 'error.refused.title', text: 'error.address', values: { max: limit } };
    case 429:
      return { title: 'error.429.title', text: 'error.429.text' };
    case 503:
      return { title: 'error.503.title', text: 'error.503.text' };
    default:
      return { title: 'error.500.title', text: 'error.500.text' };
  }
}
