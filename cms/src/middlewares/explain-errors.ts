import { catalogue } from '@s-tetic/config/words';
import { canonicalLocale } from '../lib/locales';
import { Refusal } from '../lib/refusal';

interface Context {
  readonly path: string;
  readonly query: Record<string, unknown>;
  acceptsLanguages(languages: string[]): string | false;
  status: number;
  body: unknown;
}

const sentences: Readonly<Record<number, { key: string; values?: Record<string, string | number> }>> = {
  400: { key: 'error.json' },
  404: { key: 'error.404.title' },
  405: { key: 'error.method', values: { found: '', expected: 'GET, POST' } },
  413: { key: 'error.tooLarge', values: { max: 256 } },
  415: { key: 'error.mediaType', values: { found: '', expected: 'application/json' } },
  500: { key: 'error.500.title' },
};

/**
 * The errors that Strapi or its body parser raise on the public API, before a route is reached or in spite of it,
 * are told as the routes tell theirs: in the reader's language, in one shape, with no detail of the inside.
 */
export default () => async (context: Context, next: () => Promise<void>) => {
  await next();
  if (!context.path.startsWith('/api/') || context.status < 400 || isTold(context.body)) return;
  const { status } = context;
  const { key, values } = sentences[status] ?? sentences[status >= 500 ? 500 : 400]!;
  context.body = new Refusal(status, key, values).toAnswer(languageOf(context));
  context.status = status;
};

const isTold = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'error' in body &&
  typeof body.error === 'object' &&
  body.error !== null &&
  'key' in body.error;

function languageOf(context: Context): string {
  const { locale } = context.query;
  return typeof locale === 'string' ? locale : context.acceptsLanguages(Object.keys(catalogue)) || canonicalLocale;
}
