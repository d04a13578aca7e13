import { z } from 'zod';
import type { Contract } from '../../lib/contract';
import { mailbox } from '../../lib/public-input';
import { localeCode } from '../../lib/shapes';
import { linkInput, mailing } from '../proof/contract';

/** An address whose data are asked for. The same schema checks it on the site and in the CMS. */
export const requestInput = z.strictObject({
  locale: localeCode,
  email: mailbox,
  /** A field that people do not see: whatever fills it is not a person. */
  website: z.string().max(200).optional(),
});

/** What becomes of listings that are public: `delete` them too, or `keep` them as what is known of an organisation. */
const fates = ['delete', 'keep'] as const;

export const erasureInput = z.strictObject({ ...linkInput.shape, listings: z.enum(fates).optional() });

/** What is kept of an address, for whoever has the link that was mailed to it. */
export const summary = z.object({
  state: z.enum(['open', 'expired', 'unknown']),
  email: z.string().optional(),
  kinds: z
    .array(
      z.object({
        /** What staff call it, in French. */
        label: z.string(),
        count: z.int(),
      }),
    )
    .default([]),
  /** The listings that it manages: their names, and their paths without locale as long as they are public. */
  listings: z.array(z.object({ title: z.string(), path: z.string().optional() })).default([]),
});

/** All that an address ever sent, and was sent. */
export const personalCopy = z.object({
  email: z.string(),
  /** ISO 8601. */
  madeAt: z.iso.datetime(),
  kinds: z.array(
    z.object({
      /** `comments.comment` */
      type: z.string(),
      label: z.string(),
      documents: z.array(z.record(z.string(), z.json())),
    }),
  ),
});

export type Fate = (typeof fates)[number];
export type Summary = z.infer<typeof summary>;
export type PersonalCopy = z.infer<typeof personalCopy>;

export const contract = {
  name: 'personal-data',
  title: 'Mes données',
  contentTypes: {},
  routes: {
    ask: {
      method: 'POST',
      path: '/requests',
      summary: 'Have a link to one’s data mailed. The answer is the same whether the address is known or not',
      body: requestInput,
      answer: z.object({ mail: mailing }),
    },
    look: {
      method: 'POST',
      path: '/looks',
      summary: 'What is kept of an address, by the link mailed to it. Changes nothing',
      body: linkInput,
      answer: summary,
    },
    copy: {
      method: 'POST',
      path: '/copies',
      summary: 'All that an address ever sent, by the link mailed to it',
      body: linkInput,
      answer: personalCopy,
    },
    erase: {
      method: 'POST',
      path: '/erasures',
      summary: 'Erase all that an address ever sent, by the link mailed to it',
      body: erasureInput,
      answer: z.object({ mail: mailing }),
    },
  },
} as const satisfies Contract;
