import { FRENCH } from '../../i18n/locale.ts';
import { paths } from '../../lib/paths.ts';
import { siteAddress } from '../../lib/site-address.ts';
import type { Visit } from '../../lib/visit.ts';
import { escapeXml } from '../../lib/xml.ts';

/** What a browser needs to offer the search of the site as one of its own (OpenSearch 1.1). */
export function describeSearch({ frame, locale, t }: Visit): string {
  const absolute = (path: string) => escapeXml(siteAddress(locale, path));
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(frame.settings.siteName.slice(0, 16))}</ShortName>
  <Description>${escapeXml(t('search.engine', { site: frame.settings.siteName }))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${escapeXml(locale)}</Language>
  <Image width="16" height="16" type="image/svg+xml">${escapeXml(siteAddress(FRENCH, '/favicon.svg'))}</Image>
  <Url type="text/html" template="${absolute(paths.search)}?q={searchTerms}"/>
  <Url rel="self" type="application/opensearchdescription+xml" template="${absolute(paths.openSearch)}"/>
</OpenSearchDescription>
`;
}
