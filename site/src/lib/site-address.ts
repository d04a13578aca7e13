import { readEnvironment } from '@s-tetic/config/environment';
import { localized } from './paths.ts';

/** The absolute address of a path in a language, as the rest of the world knows this site. */
export function siteAddress(locale: string, path: string): string {
  return readEnvironment(process.env, 'site').SITE_URL + localized(path, locale);
}
