import { contract, reasons, reportInput, type Reported, type ReportKind } from '@s-tetic/cms/contracts/reports';
import type { Words } from '../../i18n/words.ts';
import { sendToCms, type Sent } from '../../lib/cms.ts';
import type { FormNames } from '../../lib/form-errors.ts';
import { receiveForm, type Outcome, type Sender } from '../../lib/receive-form.ts';
import type { Visit } from '../../lib/visit.ts';

/** How addresses call what can be reported. */
const kinds: Readonly<Record<string, ReportKind>> = { fiche: 'listing', commentaire: 'comment' };

/** What can be wrong with it, in the order of the form. */
export const causesOf = (kind: ReportKind) => reasons[kind];

/** `kindOf('fiche')` // => 'listing'; undefined for what cannot be reported */
export const kindOf = (word: string): ReportKind | undefined => (Object.hasOwn(kinds, word) ? kinds[word] : undefined);

/** What a visitor is about to report, as long as it is public. */
export async function findReported(visit: Visit, word: string, key: string): Promise<Reported | undefined> {
  const kind = kindOf(word);
  return kind && visit.read(contract, 'subject', { params: { kind, key } });
}

/** Takes a report. The same one sent twice is received once, and thanked for twice. */
export function receiveReport(
  request: Request,
  { kind, key }: { kind: ReportKind; key: string },
  { clientAddress: address, locals: { locale } }: Sender,
): Promise<Outcome<{ state: 'received' }>> {
  return receiveForm(request, {
    schema: reportInput,
    read: (form) => ({ ...readReport(form), kind, key, locale }),
    send: (report): Promise<Sent<{ state: 'received' }>> => sendToCms(contract, 'send', report, { address }),
  });
}

/** What was typed: an empty box is no answer. Unknown fields stay, to be refused by name. */
export function readReport(form: FormData): Record<string, unknown> {
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() === '' ? [] : [[name, typeof value === 'string' ? value.trim() : value]],
  );
  return Object.fromEntries(typed) as Record<string, unknown>;
}

/** How the form calls its boxes. */
export function reportNames(t: Words): FormNames {
  return {
    fields: ['cause', 'text', 'email'],
    fieldOf: ([name]) => String(name),
    labelOf: (field) => t(`report.${field as 'cause' | 'text' | 'email'}`),
  };
}
