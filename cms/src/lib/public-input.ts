import { z } from 'zod';

/**
 * The words that strangers may send. Control characters, those that turn the reading direction, lone surrogates and letters
 * under heaps of accents (which cover the lines around) are refused rather than cleaned: what a person typed is stored as
 * typed, or not at all.
 */

// eslint-disable-next-line no-control-regex -- these are the characters to refuse
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

/** More marks on one letter than any language writes. */
const heap = /\p{M}{6}/u;

const printable = (value: string) => !unprintable.test(value) && !heap.test(value) && value.isWellFormed();

/** One line of text of at most `max` characters, trimmed, not empty. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => printable(value) && !/[\r\n\t\u2028\u2029]/.test(value), { params: { reason: 'unprintable' } });

/** The words of a search, on one line, perhaps none. */
export const searchWords = z
  .string()
  .trim()
  .max(100)
  .refine(printable, { params: { reason: 'unprintable' } });

/** Several lines of at most `max` characters, line ends normalised as browsers send them (CRLF), trimmed, not empty. */
export const paragraph = (max: number) =>
  z
    .string()
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine(printable, { params: { reason: 'unprintable' } }),
    );

/** An e-mail address, at most 254 characters (RFC 5321). */
export const mailbox = z.email().max(254);

/**
 * A public web address over http or https. A bare domain gets its https://. Letters beyond ASCII become the domain that is
 * asked for, so that one which looks like another does not: `https://аgoria.be` (whose а is Russian) // => `https://xn--goria-3ve.be/`
 */
export const webAddress = z
  .string()
  .trim()
  .max(255)
  .transform((value) => (/^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }))
  .transform((value) => (isAscii(value) ? value : new URL(value).href));

const isAscii = (value: string) => /^[\x20-\x7e]*$/.test(value);
