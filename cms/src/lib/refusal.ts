import { say, type Values } from '@s-tetic/config/words';

/** Why a public request is not served. `key` names the sentence of the catalogue that tells the sender. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly key: string,
    readonly values: Values = {},
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(key);
    this.name = 'Refusal';
  }

  /** The body of the answer, its message in `locale` or else in French. */
  toAnswer(locale: string) {
    return {
      error: {
        status: this.status,
        name: this.name,
        key: this.key,
        message: say(locale, this.key, this.values),
        details: this.details,
      },
    };
  }
}
