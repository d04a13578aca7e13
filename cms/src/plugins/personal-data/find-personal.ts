import type { Core } from '@strapi/strapi';
import type { Row } from '../../lib/documents';
import { personalTypes, type PersonalType, type Published } from './personal-types';

/** What is kept of an address in one type, the oldest first. */
export interface Kept {
  readonly type: PersonalType;
  readonly rows: readonly Row[];
}

/** One place where an address is kept, by which it is found again as long as it is kept there. */
export interface Trace {
  readonly uid: string;
  readonly documentId: string;
  readonly attribute: string;
}

/** The first place where an address is kept. It takes as long where there is none: every place is looked at. */
export async function findTrace(strapi: Core.Strapi, email: string): Promise<Trace | undefined> {
  const found = await Promise.all(
    personalTypes(strapi).flatMap(({ uid, addresses }) =>
      addresses.map(async (attribute): Promise<Trace | undefined> => {
        const query = { select: ['documentId'], where: { [attribute]: { $eqi: email } }, orderBy: { id: 'asc' } };
        const row: { documentId: string } | null = await strapi.db.query(uid as never).findOne(query);
        return row ? { uid, documentId: row.documentId, attribute } : undefined;
      }),
    ),
  );
  return found.find((trace) => trace !== undefined);
}

/** The address that is kept in a place, as it was typed there; undefined when it was erased meanwhile. */
export async function readTrace(
  strapi: Core.Strapi,
  { uid, documentId, attribute }: Trace,
): Promise<string | undefined> {
  const row: Row | null = await strapi.db.query(uid as never).findOne({ where: { documentId } });
  return row?.[attribute] ? String(row[attribute]) : undefined;
}

/** All that is kept of an address, whatever feature keeps it. Types that keep nothing of it are left out. */
export async function findPersonal(strapi: Core.Strapi, email: string): Promise<Kept[]> {
  const kept = await Promise.all(
    personalTypes(strapi).map(async (type) => ({ type, rows: await findRows(strapi, type, email) })),
  );
  return kept.filter(({ rows }) => rows.length > 0);
}

const findRows = (strapi: Core.Strapi, { uid, type, addresses }: PersonalType, email: string): Promise<Row[]> =>
  strapi.db.query(uid).findMany({
    where: { $or: addresses.map((attribute) => ({ [attribute]: { $eqi: email } })) },
    populate: Object.entries(type.attributes)
      .filter(([, attribute]) => attribute.type === 'relation' || attribute.type === 'component')
      .map(([name]) => name),
    orderBy: { id: 'asc' },
  });

/** What is public because of what was sent, each once. */
export async function findPublished(strapi: Core.Strapi, kept: readonly Kept[]): Promise<Published[]> {
  const found = await Promise.all(
    kept.flatMap(({ type, rows }) => rows.map((row) => type.findPublished?.(strapi, row))),
  );
  const published = found.flatMap((some) => some ?? []);
  return [...new Map(published.map((one) => [`${one.uid}:${one.documentId}`, one])).values()];
}
