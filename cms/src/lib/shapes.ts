import { z } from 'zod';
import { publicThread } from '../plugins/comments/shapes';
import { located } from './contract';

/** A locale code as Strapi and BCP 47 write it: `fr`, `nl`, `fr-BE`. */
export const localeCode = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/);

export const localeQuery = z.strictObject({ locale: localeCode.default('fr') });

/** A slug as addresses hold it. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A link to a page of the site: its path without locale, its title and the language of that title. */
export const link = z.object({ path: z.string(), title: z.string(), ...located });

export const stepLink = z.object({ number: z.int().min(1).max(9), slug: z.string(), title: z.string(), ...located });

/** What opens a section: its title, in a sentence or two what it is, and what staff wrote about it. */
export const introduction = z.object({ title: z.string(), summary: z.string(), body: z.string(), ...located });

/** What every page knows of itself, whatever it shows. */
export const page = z.object({
  /** Path without locale. Its French form is canonical: `/charte/se-connaitre`. */
  path: z.string(),
  /** The languages it is published in, French first. The others show it in French. */
  locales: z.array(z.string()),
  /** ISO 8601, when what it shows last changed. */
  updatedAt: z.iso.datetime(),
  /** What readers said of it, the oldest first. */
  comments: z.array(publicThread),
});

export type Page = z.infer<typeof page>;
export type Link = z.infer<typeof link>;
export type StepLink = z.infer<typeof stepLink>;
