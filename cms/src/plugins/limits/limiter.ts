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

  /**
   * Counts one more.
   * @returns how many there were in this hour, and the seconds until it is over
   * @throws {Refusal} 429 when that is one too many, saying when to come back
   */
  async count(key: string): Promise<{ counted: number; retryAfter: number }> {
    try {
      const { consumedPoints, msBeforeNext } = await this.#counts.consume(key);
      return { counted: consumedPoints, retryAfter: secondsOf(msBeforeNext) };
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw refuseFor(this.#sentence, secondsOf(error.msBeforeNext));
    }
  }
}

/** The refusal of what may be sent again after some seconds. */
export const refuseFor = (sentence: string, retryAfter: number, details: object = {}): Refusal =>
  new Refusal(429, sentence, { minutes: Math.ceil(retryAfter / 60) }, { retryAfter, ...details });

const secondsOf = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));
