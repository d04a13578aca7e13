import type { z } from 'zod';
import { publicComments } from '../plugins/comments/public-comments';
import type { Contract } from './contract';
import type { Located } from './overlay';
import type { Reader } from './reader';
import { uidOf } from './contracts';
import type { page } from './shapes';

/** What a page knows of itself: where it is, in which languages, when it changed, and what readers said of it. */
export async function pageOf(
  reader: Reader,
  contract: Contract,
  name: string,
  document: Located,
): Promise<z.input<typeof page>> {
  const uid = uidOf(contract, name);
  const [locales, comments] = await Promise.all([
    reader.localesOf(contract, name, document.documentId),
    publicComments(reader, `${uid}:${document.documentId}`),
  ]);
  return { path: pathOf(contract, name, document), locales, updatedAt: document.updatedAt, comments };
}

/** `pathOf(charter, 'step', step)` // => '/charte/se-connaitre' */
export function pathOf(contract: Contract, name: string, document: Readonly<Record<string, unknown>>): string {
  const { page, pageOf: elsewhere = {} } = contract.contentTypes[name]!;
  if (!page) throw new Error(`The type ${name} of ${contract.name} has no page: give it one in its contract.`);
  const values = attributesIn(page).map((attribute) => String(document[attribute]));
  return elsewhere[values[0] ?? ''] ?? values.reduce((path, value) => path.replace(/:\w+/, value), page);
}

/** `attributesIn('/charte/:slug')` // => ['slug'] */
export const attributesIn = (page: string): string[] =>
  [...page.matchAll(/:(\w+)/g)].map(([, attribute]) => attribute!);
