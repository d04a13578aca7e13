import type { Query } from '../../lib/documents';
import type { Located } from '../../lib/overlay';
import type { Reader } from '../../lib/reader';
import { contract } from './contract';

/** Questions in the order staff gave them. */
export function findEntries(reader: Reader, query: Query = {}): Promise<Located[]> {
  return reader.list(contract, 'entry', query);
}
