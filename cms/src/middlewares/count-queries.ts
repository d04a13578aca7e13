import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

interface Context {
  readonly path: string;
  set(header: string, value: string): void;
}

/**
 * Each answer of the public API says how many SQL queries it took (`Server-Timing: sql;desc="9"`),
 * which tests hold against the budget of tests/budgets/queries.json.
 */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const counts = new AsyncLocalStorage<{ queries: number }>();
  strapi.db.connection.on('query', () => {
    const count = counts.getStore();
    if (count) count.queries += 1;
  });
  return async (context: Context, next: () => Promise<void>) => {
    const count = { queries: 0 };
    await counts.run(count, next);
    if (context.path.startsWith('/api/')) context.set('Server-Timing', `sql;desc="${count.queries}"`);
  };
};
