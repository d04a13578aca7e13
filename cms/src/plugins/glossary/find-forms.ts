import type { z } from 'zod';
import type { Located } from '../../lib/overlay';
import type { Reader } from '../../lib/reader';
import { contract, type termForms } from './contract';

/** What texts call each term, in the reader's language where it is translated. */
export async function findForms(reader: Reader): Promise<z.input<typeof termForms>[]> {
  const terms = await reader.list(contract, 'term');
  return terms.map((term) => ({ slug: term['slug'] as string, lang: term.lang, forms: formsOf(term) }));
}

/** The term, then its other forms, but for those that are still French beside a translated term. */
function formsOf(term: Located): string[] {
  const others = term.french?.includes('forms') ? '' : ((term['forms'] as string | undefined) ?? '');
  const lines = [term['name'] as string, ...others.split('\n')].map((form) => form.trim());
  return lines.filter(Boolean);
}
