/** What a security.txt says. Absolute addresses; dates in milliseconds since 1970. */
export interface SecurityContact {
  readonly mailbox: string;
  readonly languages: readonly string[];
  /** Where the file itself is. */
  readonly canonical: string;
  readonly now: number;
}

/** Days for which a contact is promised. The format asks for less than a year, and readers for a date that is not over. */
const VALID_DAYS = 180;

const DAY_MS = 24 * 3600 * 1000;

/** Whom to tell of a weakness of the site (RFC 9116). */
export function renderSecurityTxt({ mailbox, languages, canonical, now }: SecurityContact): string {
  const expires = new Date(now + VALID_DAYS * DAY_MS).toISOString().replace(/T.*/, 'T00:00:00.000Z');
  return `Contact: mailto:${mailbox}
Expires: ${expires}
Preferred-Languages: ${languages.join(', ')}
Canonical: ${canonical}
`;
}
