import { pageOf } from '../../lib/page';
import type { Reader } from '../../lib/reader';
import { contract } from './contract';

/** The page that opens a section of the site, written by staff. */
export async function findSection(reader: Reader, slug: string) {
  const introduction = await reader.one(contract, 'page', { filters: { slug } });
  return introduction && { page: await pageOf(reader, contract, 'page', introduction), introduction };
}
