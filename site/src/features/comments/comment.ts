import { commentInput, contract } from '@s-tetic/cms/contracts/comments';
import { sendToCms, type Sent } from '../../lib/cms.ts';
import type { FormNames } from '../../lib/form-errors.ts';
import { localized, type Told } from '../../lib/paths.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';
import type { Words } from '../../i18n/words.ts';

/** The anchors, on the commented page, of the words that say that a comment was received, now or before, or that no mail left. */
export const anchors = { sent: 'commentaire-recu', kept: 'commentaire-garde', again: 'commentaire-deja-recu' } as const;

/** The page that was commented, and what its sender is told. */
export interface Received {
  readonly path: string;
  readonly told: Told;
}

/** The boxes of the form, in their order. */
const asked = ['audience', 'author', 'email', 'text'] as const;

/** Takes a comment that a reader sent. Sent twice, it is received once. */
export async function receiveComment(
  request: Request,
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<Received>> {
  return receiveForm(request, {
    schema: commentInput,
    read: (form) => readComment(form, locale),
    send: async (comment): Promise<Sent<Received>> => {
      const { data, refusal } = await sendToCms(contract, 'send', comment, { address });
      if (refusal?.status === 409) return { data: { path: comment.path, told: 'again' } };
      return refusal ? { refusal } : { data: { path: comment.path, told: data.mail } };
    },
  });
}

/** The anchor of a comment on its page. */
export const anchorOf = (key: string): string => `c-${key}`;

/** Where a reader reads that a comment on a page was received, and what they now have to do. */
export function receivedAt({ path, told }: Received, locale: string): string {
  return `${localized(path, locale)}#${anchors[told]}`;
}

/** What a reader typed, shaped as the CMS expects it: an empty box is no answer. Unknown fields stay, to be refused by name. */
export function readComment(form: FormData, locale: string): Record<string, unknown> {
  const typed = [...form].filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  const { email, wantsReplies, ...others } = Object.fromEntries(typed);
  return {
    ...others,
    ...(email !== undefined && { email: typeof email === 'string' ? email.trim() : email }),
    ...(wantsReplies !== undefined && { wantsReplies: true }),
    locale,
  };
}

/** How the comment form calls its boxes. */
export function commentNames(t: Words): FormNames {
  return {
    fields: asked,
    fieldOf: ([name]) => String(name),
    labelOf: (field) => t(`comment.${field as (typeof asked)[number]}`),
  };
}
