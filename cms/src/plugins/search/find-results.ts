import type { ReadHandler } from '../../lib/public-routes';
import { contract } from './contract';
import { excerpt, markWords } from './excerpt';
import { matchDocuments } from './match-documents';
import { labelsOfTypes } from './searched-types';
import { understand } from './understand';

const perPage = 10;

/** So few results that another reading of the words is worth proposing. */
const few = 2;

/** What holds the words of a search, wherever it is on the site. */
export const findResults: ReadHandler<typeof contract.routes.results> = async (
  reader,
  { query: { q, type, page } },
) => {
  const understood = await understand(reader, q);
  const { queries = [], marked = new Set<string>(), corrections = [], better } = understood ?? {};
  const found = await matchDocuments(reader, queries, { type, start: (page - 1) * perPage, limit: perPage });
  const { hits, counts, isPartial } = found;
  const total = type ? (counts[type] ?? 0) : sum(Object.values(counts));
  return {
    total,
    pages: Math.max(1, Math.ceil(total / perPage)),
    hits: hits.map(({ title, text, ...hit }) => ({
      ...hit,
      title: markWords(title, marked),
      excerpt: excerpt(text, marked),
    })),
    types: typesOf(counts),
    isPartial: isPartial && total > 0,
    corrections,
    ...(sum(Object.values(counts)) <= few && better !== undefined && { better }),
  };
};

function typesOf(counts: Readonly<Record<string, number>>) {
  const labels = labelsOfTypes();
  return Object.entries(counts)
    .map(([type, count]) => ({ type, label: labels.get(type) ?? type, count }))
    .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
