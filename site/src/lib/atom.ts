import { escapeXml } from './xml.ts';

export interface Feed {
  readonly title: string;
  readonly language: string;
  /** Absolute address of the feed. It is also its identity. */
  readonly address: string;
  /** Absolute address of the page that it follows. */
  readonly page: string;
  readonly author: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly title: string;
  /** Of what it says, and of its title unless told otherwise. */
  readonly language: string;
  readonly titleLanguage?: string;
  /** Absolute address of what it announces. */
  readonly address: string;
  /** What it is known by, for good, as a URI. Its address unless told. */
  readonly id?: string;
  /** Who wrote it, when that is not who publishes the feed. */
  readonly author?: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  /** What it says, as text. */
  readonly summary?: string;
  /** What it says, as HTML that we rendered ourselves: a reader obeys it. Its links are relative to its address. */
  readonly html?: string;
}

/** An Atom document (RFC 4287), its newest entries first. */
export function renderFeed({ title, language, address, page, author, entries }: Feed): string {
  const newestFirst = entries.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">
  <title>${escapeXml(title)}</title>
  <id>${escapeXml(address)}</id>
  <link rel="self" type="application/atom+xml" href="${escapeXml(address)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
  <updated>${escapeXml(newestFirst[0]?.updatedAt ?? neverUpdated)}</updated>
  <author><name>${escapeXml(author)}</name></author>
${newestFirst.map(renderEntry).join('')}</feed>
`;
}

// RFC 4287 wants a date even of a feed that has nothing to say; the time of the request would change it at each reading.
const neverUpdated = '1970-01-01T00:00:00.000Z';

function renderEntry(entry: FeedEntry): string {
  const { title, language, titleLanguage = language, address, id = address, author, updatedAt, summary, html } = entry;
  const said =
    html === undefined
      ? `<summary>${escapeXml(summary ?? '')}</summary>`
      : `<content type="html">${escapeXml(html)}</content>`;
  return `  <entry xml:lang="${escapeXml(language)}" xml:base="${escapeXml(address)}">
    <title xml:lang="${escapeXml(titleLanguage)}">${escapeXml(title)}</title>
    <id>${escapeXml(id)}</id>
    <link rel="alternate" type="text/html" href="${escapeXml(address)}"/>
    <updated>${escapeXml(updatedAt)}</updated>${author === undefined ? '' : `\n    <author><name>${escapeXml(author)}</name></author>`}
    ${said}
  </entry>
`;
}
