import type { Core } from '@strapi/strapi';

/** A document as Strapi hands it over: one row of one language and one status. */
export interface Row {
  readonly documentId: string;
  readonly locale?: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
  readonly [field: string]: unknown;
}

export interface Query {
  readonly locale?: string | readonly string[];
  readonly status?: 'draft' | 'published';
  readonly filters?: object;
  readonly fields?: readonly string[];
  readonly populate?: object;
  readonly sort?: string | readonly string[] | object;
  readonly start?: number;
  readonly limit?: number;
}

interface Documents {
  findMany(query: Query): Promise<Row[]>;
  findFirst(query: Query): Promise<Row | null>;
  findOne(query: Query & { readonly documentId: string }): Promise<Row | null>;
  count(query: Query): Promise<number>;
  create(query: Query & { readonly data: object }): Promise<Row>;
  update(query: Query & { readonly documentId: string; readonly data: object }): Promise<Row>;
  publish(query: Query & { readonly documentId: string }): Promise<{ entries: Row[] }>;
  unpublish(query: Query & { readonly documentId: string }): Promise<{ entries: Row[] }>;
  delete(query: Query & { readonly documentId: string }): Promise<{ entries: Row[] }>;
}

/**
 * Strapi's document service for a content type known only by its name at run time.
 * Strapi types it by a generated list of literal names, which a contract cannot name: this is the one place that casts.
 */
export function documents(strapi: Core.Strapi, uid: string): Documents {
  return strapi.documents(uid as never) as unknown as Documents;
}

/**
 * Reads rows as the document service would, without it: it wraps each reading in a transaction of its own,
 * three statements and a connection held for one.
 */
export function readRows(strapi: Core.Strapi, uid: string, query: Omit<Query, 'locale' | 'status'>): Promise<Row[]> {
  return strapi.db.query(uid).findMany(strapi.get('query-params').transform(uid, query));
}
