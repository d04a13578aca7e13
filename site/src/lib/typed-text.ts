// The characters that the CMS refuses (cms/src/lib/public-input.ts). Joiners stay: emoji are made of them.
// eslint-disable-next-line no-control-regex -- these are the characters to leave out
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/**
 * What was typed in a box, to be shown in it again. Characters that HTML cannot hold, or that would not be seen, are left out:
 * they are what the reader is asked to type again.
 */
export function typedText(typed: FormData | undefined, name: string): string {
  const value = typed?.get(name);
  return typeof value === 'string' ? value.toWellFormed().replace(unseen, '') : '';
}
