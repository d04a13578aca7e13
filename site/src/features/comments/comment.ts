import { commentInput, contract } from '@s-tetic/cms/contracts/comments';
import { sendToCms, type Sent } from '../../lib/cms.ts';
import type { FormNames } from '../../lib/form-errors.ts';
import { localized } from '../../lib/paths.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';
import type { Words } from '../../i18n/words.ts';

/** The anchors, on the commented page, of the words that say that a comment was received, now or before. */
export const anchors = { received: 'commentaire-recu', again: 'commentaire-deja-recu' } as const;

/** The page that was commented, and whether the same comment had been received before. */
export interface Received {
  readonly path: string;
  readonly again: boolean;
}

/** The boxes of the form, in their order. */
const asked = ['author', 'email', 'text'] as const;

/** Takes a comment that a reader sent. Sent twice, it is received once. */
export async function receiveComment(
  request: Request,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<Received>> {
  return receiveForm(request, {
    schema: commentInput,
    read: (form) => readComment(form, locale),
    send: async (comment): Promise<Sent<Received>> => {
      const { refusal } = await sendToCms(contract, 'send', comment, { address });
      const again = refusal?.status === 409;
      return refusal && !again ? { refusal } : { data: { path: comment.path, again } };
    },
  });
}

/** Where a reader reads that a comment on a page was received. */
export function receivedAt({ path, again }: Received, locale: string): string {
  return `${localized(path, locale)}#${again ? anchors.again : anchors.received}`;
}

/** What a reader typed, shaped as the CMS expects it: an empty box is no answer. Unknown fields stay, to be refused by name. */
export function readComment(form: FormData, locale: string): Record<string, unknown> {
  const typed = [...form].filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  const { email, ...others } = Object.fromEntries(typed);
  return { ...others, ...(email !== undefined && { email: typeof email === 'string' ? email.trim() : email }), locale };
}

/** How the comment form calls its boxes. */
export function commentNames(t: Words): FormNames {
  return {
    fields: asked,
    fieldOf: ([name]) => String(name),
    labelOf: (field) => t(`comment.${field as (typeof asked)[number]}`),
  };
}
