import type { ReadHandler } from '../../lib/public-routes';
import type { contract } from './contract';
import { nearestPages } from './nearest-pages';

/** The pages whose addresses are nearest to one that leads nowhere. */
export const findNearest: ReadHandler<typeof contract.routes.nearest> = async (reader, { query: { path } }) => ({
  pages: await nearestPages(reader, path),
});
