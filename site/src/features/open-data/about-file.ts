import { paths } from '../../lib/paths.ts';
import { siteAddress } from '../../lib/site-address.ts';
import type { Visit } from '../../lib/visit.ts';
import { licence } from './licence.ts';

/** What a file says of itself before its data: whose they are, where they are explained, what may be done with them. */
export function aboutFile({ locale, frame }: Visit) {
  const { siteName, operator } = frame.settings;
  return {
    source: siteName,
    publisher: operator,
    documentation: siteAddress(locale, paths.openData),
    licence: licence.url,
    language: locale,
  };
}
