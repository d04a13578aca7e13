import { z } from 'zod';
import type { Contract } from '../../lib/contract';

/** What a browser is asked to work out before a form is taken: a challenge of the ALTCHA protocol, whole, as it was signed. */
export const challenge = z.object({
  parameters: z.looseObject({
    algorithm: z.string(),
    nonce: z.string(),
    salt: z.string(),
    cost: z.int(),
    keyLength: z.int(),
    keyPrefix: z.string(),
    /** Seconds since 1970. */
    expiresAt: z.int(),
  }),
  signature: z.string(),
});

/** The challenge and what was worked out. */
export const work = z.object({
  challenge,
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
});

export type Challenge = z.infer<typeof challenge>;
export type Work = z.infer<typeof work>;

export const contract = { name: 'limits', title: 'Limites', contentTypes: {} } as const satisfies Contract;
