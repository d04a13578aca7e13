import type { Core } from '@strapi/strapi';
import { contracts } from '../../lib/contracts';

/**
 * Work that is done later by one of the processes that share the database, and again until it succeeds.
 * A process does the jobs of one name one after the other.
 */
export interface Job<Data extends object = Record<string, never>> {
  /** Must bear being run again: a process may end between the work and the note that it is done. */
  readonly handle: (strapi: Core.Strapi, data: Data) => Promise<void>;
  /** Told when it failed for the last time. */
  readonly onDead?: (strapi: Core.Strapi, data: Data) => Promise<void>;
  /** How often it is tried again, ever later: half a minute after the first failure, six hours apart at most. 2 when absent. */
  readonly retries?: number;
  /** When it runs by itself, as cron writes it, on the clock of Brussels. */
  readonly cron?: string;
}

/** What a job that looks at dates is given: the moment to take for now, where that is not the moment itself. ISO 8601. */
export interface Timed {
  readonly now?: string;
}

/** `nowOf({ now: '2026-12-01T00:00:00Z' })` // => that moment; `nowOf({})` // => this one */
export const nowOf = ({ now }: Timed): Date => (now === undefined ? new Date() : new Date(now));

/** The jobs that features offer by their service `jobs`, as `<feature>.<job>`: nothing is listed here. */
export function findJobs(strapi: Core.Strapi): ReadonlyMap<string, Job<object>> {
  const found = contracts().flatMap(({ name: feature }) => {
    const plugin = strapi.plugin(feature);
    if (!('jobs' in plugin.services)) return [];
    const jobs: Readonly<Record<string, Job<object>>> = plugin.service('jobs');
    return Object.entries(jobs).map(([name, job]) => [`${feature}.${name}`, job] as const);
  });
  return new Map(found);
}
