import type { Core } from '@strapi/strapi';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../../lib/refusal';

const hour = 3600;

/** Counts, in the database that all processes share, what one visitor does in an hour. */
export class Limiter {
  readonly #counts: RateLimiterPostgres;
  readonly #sentence: string;

  /**
   * @param name of what is counted
   * @param atMost in an hour
   * @param sentence key of the catalogue that tells who exceeds it
   */
  constructor(strapi: Core.Strapi, name: string, atMost: number, sentence: string) {
    this.#sentence = sentence;
    this.#counts = new RateLimiterPostgres({
      storeClient: strapi.db.connection,
      storeType: 'knex',
      schemaName: 'limits',
      tableName: 'counts',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points: atMost,
      duration: hour,
      // Whoever goes on beyond the limit is refused from memory: a burst costs the database nothing.
      inMemoryBlockOnConsumed: atMost + 1,
    });
  }

  /** Counts one more. @throws {Refusal} 429 when that is one too many, saying when to come back */
  async count(key: string): Promise<void> {
    try {
      await this.#counts.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new Refusal(429, this.#sentence, { minutes: Math.ceil(retryAfter / 60) }, { retryAfter });
    }
  }
}
