import { checkInput } from '@s-tetic/config/validation';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Contract, Route } from './contract';
import { nearestPages } from '../plugins/search/nearest-pages';
import { isFromSite } from './is-from-site';
import { Refusal } from './refusal';
import { canonicalLocale, findLocaleCodes } from './locales';
import { Reader } from './reader';

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** Answers a read: what the contract promises, from published content, or undefined when there is nothing at that address. */
export type ReadHandler<R extends Route = Route> = (
  reader: Reader,
  input: { readonly params: Readonly<Record<string, string>>; readonly query: Output<R['query']> },
) => Promise<unknown>;

/** Takes what a stranger sent, already valid, and says what became of it. Throws a Refusal when it cannot be taken. */
export type WriteHandler<R extends Route = Route> = (
  strapi: Core.Strapi,
  body: Output<R['body']>,
  sender: Sender,
) => Promise<unknown>;

export interface Sender {
  /** The visitor's address, as the site's server saw it. Never stored as it is. */
  readonly address: string;
  /** The proof of work that came with the form, as the site received it; empty when there was none. */
  readonly work: string;
}

/** One handler for each route of the contract, by its name. */
export type Handlers<C extends Contract> =
  C['routes'] extends Readonly<Record<string, Route>>
    ? { readonly [Name in keyof C['routes']]: HandlerOf<C['routes'][Name]> }
    : Readonly<Record<string, never>>;

type HandlerOf<R extends Route> = R extends { method: 'POST' } ? WriteHandler<R> : ReadHandler<R>;

/** Strapi's form of a contract's routes: nothing but what the contract names is public. */
export function publicRoutes(contract: Contract, handlers: Readonly<Record<string, unknown>>): object[] {
  return Object.entries(contract.routes ?? {}).map(([name, route]) => ({
    method: route.method,
    path: `/${contract.name}${route.path}`,
    handler:
      route.method === 'GET'
        ? read(route, handlers[name] as ReadHandler)
        : write(route, handlers[name] as WriteHandler),
    config: { auth: false, policies: [], prefix: '' },
  }));
}

/** What a handler sees of Koa's context. */
export interface Context {
  readonly params: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly request: { readonly body: unknown };
  get(header: string): string;
  set(header: string, value: string): void;
  status: number;
  body: unknown;
}

function read(route: Route, handle: ReadHandler) {
  return answering(async (context) => {
    const query = (route.query ? checked(route.query, context.query) : {}) as { locale?: string };
    const locale = query.locale ?? canonicalLocale;
    const reader = new Reader(strapi, locale);
    await refuseUnknownLocale(strapi, locale);
    const answer = await handle(reader, { params: context.params, query: query as never });
    const nearest = answer === undefined ? await nearestTo(reader, context.get('x-page-path')) : undefined;
    // What was looked for and is not there is true until the same things change.
    context.set('Cache-Tag', [...reader.tags].join(','));
    if (answer === undefined) throw new Refusal(404, 'error.404.title', {}, { nearest });
    context.body = route.answer.parse(answer);
  });
}

/** The pages near the one that the site was asked for, which it then need not ask about: a missing page costs no more than another. */
const nearestTo = async (reader: Reader, path: string) => (path === '' ? [] : nearestPages(reader, path));

function write(route: Route, handle: WriteHandler) {
  return answering(async (context) => {
    if (!isFromSite(context.get('authorization'))) throw new Refusal(401, 'error.401.title');
    const body = checked(route.body!, context.request.body) as { locale?: string };
    await refuseUnknownLocale(strapi, body.locale ?? canonicalLocale);
    const answer = await handle(strapi, body as never, {
      address: context.get('x-client-address'),
      work: context.get('x-work'),
    });
    context.status = 202;
    context.body = route.answer.parse(answer);
  });
}

/** Turns a refusal into the answer that says what is wrong, in the language asked for. */
export function answering<C extends Context>(handle: (context: C) => Promise<void>) {
  return async (context: C) => {
    try {
      await handle(context);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      context.status = error.status;
      const { retryAfter } = error.details;
      if (typeof retryAfter === 'number') context.set('Retry-After', String(retryAfter));
      context.body = error.toAnswer(localeAsked(context));
    }
  };
}

/** What was sent, valid. @throws {Refusal} 422 naming all that is wrong. */
export function checked(schema: z.ZodType, sent: unknown): unknown {
  const { data, issues } = checkInput(schema, sent);
  if (!issues) return data;
  const [first] = issues;
  throw new Refusal(422, first!.key, { ...first!.values, field: first!.path.join('.') || 'error.body' }, { issues });
}

async function refuseUnknownLocale(strapi: Core.Strapi, locale: string) {
  if (locale === canonicalLocale) return;
  const codes = await findLocaleCodes(strapi);
  if (!codes.includes(locale))
    throw new Refusal(404, 'error.unknownLocale', { value: locale, locales: codes.join(', ') });
}

function localeAsked({ query, request }: Context): string {
  const { locale } = { ...(isObject(request.body) ? request.body : {}), ...query };
  return typeof locale === 'string' ? locale : canonicalLocale;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
