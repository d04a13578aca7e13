import type { ReadHandler } from '../../lib/public-routes';
import { findSection } from '../pages/find-section';
import { contract } from './contract';
import { findEntries } from './find-entries';

/** Every question, by group. A question whose group is not published waits with it. */
export const findGroups: ReadHandler = async (reader) => {
  const [section, groups, entries] = await Promise.all([
    findSection(reader, 'faq'),
    reader.list(contract, 'group'),
    findEntries(reader, {
      populate: { group: { fields: ['slug'] }, steps: { fields: ['number', 'slug'], sort: 'number' } },
    }),
  ]);
  const groupOf = (entry: Readonly<Record<string, unknown>>) => (entry['group'] as { slug: string } | undefined)?.slug;
  return (
    section && {
      ...section,
      groups: groups.map((group) => ({
        ...group,
        entries: entries.filter((entry) => groupOf(entry) === group['slug']),
      })),
    }
  );
};
