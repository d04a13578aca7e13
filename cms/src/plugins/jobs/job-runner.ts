import type { Core } from '@strapi/strapi';
import { TypeOverrides, types } from 'pg';
import { type ConstructorOptions, fromKnex, type JobResult, PgBoss, type Queue } from 'pg-boss';
import { findJobs, type Job } from './job';

/** Seconds. A job that a dead process held is given to another after this long without a sign of life. */
const heartbeat = 10;

/** Seconds. A new job rings at once; one that is due again, or whose ring was lost, is found by looking. */
const lookAgain = 2;

/**
 * How many jobs are taken at once, to be done one after the other. With one, pg-boss would sleep after each; more would keep
 * a process that ends from ending soon.
 */
const handful = 5;

/**
 * Runs the jobs of every feature on pg-boss, in the schema `jobs` of the database that everything else is in.
 * Any number of processes share the work: a job is one row, taken by one of them.
 */
export class JobRunner {
  readonly #strapi: Core.Strapi;
  readonly #boss: PgBoss;
  readonly #jobs: ReadonlyMap<string, Job<object>>;

  constructor(strapi: Core.Strapi) {
    this.#strapi = strapi;
    this.#jobs = findJobs(strapi);
    this.#boss = new PgBoss({
      ...ownTypes(),
      connectionString: strapi.config.get<string>('database.connection.connection.connectionString'),
      application_name: 's-tetic jobs',
      schema: 'jobs',
      max: 3,
      useListenNotify: true,
      superviseIntervalSeconds: heartbeat,
    });
    this.#boss.on('error', (error) => strapi.log.error(error));
  }

  /** Creates what jobs are kept in. Safe at each start and by several processes at once. */
  async prepare(): Promise<void> {
    await this.#boss.start();
    for (const [name, job] of this.#jobs) {
      await this.#prepareQueue(deadLetterOf(name), { retryLimit: 2 });
      await this.#prepareQueue(name, { deadLetter: deadLetterOf(name), ...patienceOf(job) });
      if (job.cron) await this.#boss.schedule(name, job.cron, {}, { tz: 'Europe/Brussels' });
    }
    for (const { name } of await this.#boss.getSchedules())
      if (!this.#jobs.get(name)?.cron) await this.#boss.unschedule(name);
  }

  /** Begins to take jobs, one after the other as long as there are some. */
  async work(): Promise<void> {
    for (const [name, { handle, onDead }] of this.#jobs) {
      await this.#take(name, handle);
      await this.#take(deadLetterOf(name), onDead);
    }
  }

  /** Puts a job in the transaction at hand, or in one of its own: it runs if that commits, and only then. */
  async enqueue(name: string, data: object): Promise<void> {
    if (!this.#jobs.has(name))
      throw new Error(
        `There is no job «${name}». There are ${[...this.#jobs.keys()].join(', ')}. Offer it in the service «jobs» of its feature.`,
      );
    await this.#strapi.db.transaction(({ trx }) => this.#boss.send(name, data, { db: fromKnex(trx) }));
  }

  /** Lets the jobs at hand end, for some seconds, then leaves the others to other processes. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 10_000 });
  }

  async #take(queue: string, handle: Job<object>['handle'] | undefined): Promise<void> {
    const options = {
      batchSize: handful,
      burstWhenBatchFull: true,
      perJobResults: true,
      notifyPollingIntervalSeconds: lookAgain,
    } as const;
    await this.#boss.work<object, unknown, typeof options>(queue, options, async (jobs) => {
      const results: JobResult[] = [];
      for (const { id, data } of jobs) results.push(await this.#resultOf(id, handle?.(this.#strapi, data)));
      return results;
    });
  }

  /** What became of one job: that it failed is no matter to those that were taken with it. */
  async #resultOf(id: string, work: Promise<void> | undefined): Promise<JobResult> {
    try {
      await work;
      return { id, status: 'completed' };
    } catch (error) {
      return { id, status: 'failed', output: { message: String(error) } };
    }
  }

  async #prepareQueue(name: string, options: Omit<Queue, 'name'>): Promise<void> {
    const settings = { ...options, notify: true, heartbeatSeconds: heartbeat };
    await this.#boss.createQueue(name, settings);
    await this.#boss.updateQueue(name, settings);
  }
}

/** Strapi tells the whole process to leave JSON unread (@strapi/database, dialects/postgresql): pg-boss reads it all the same. */
function ownTypes(): ConstructorOptions {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.JSONB, JSON.parse);
  overrides.setTypeParser(types.builtins.JSON, JSON.parse);
  return { types: overrides } as ConstructorOptions;
}

const deadLetterOf = (name: string) => `${name}.dead`;

const patienceOf = ({ retries = 2 }: Job<object>) => ({
  retryLimit: retries,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 6 * 3600,
});
