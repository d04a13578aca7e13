import type { ReadHandler } from '../../lib/public-routes';
import { contract } from './contract';
import { matchDocuments } from './match-documents';
import { understand } from './understand';

/** As many as one takes in at a glance while typing. */
const most = 6;

/** Titles that the words being typed may lead to: all of them, the last one perhaps unfinished. */
export const findSuggestions: ReadHandler<typeof contract.routes.suggestions> = async (reader, { query }) => {
  const { queries = [] } = (await understand(reader, query.q, { isTyping: true })) ?? {};
  const inTitles = queries.map((asked) => ({ ...asked, all: asked.title, any: '', terms: [] }));
  const { hits } = await matchDocuments(reader, inTitles, { start: 0, limit: most });
  return { suggestions: hits };
};
