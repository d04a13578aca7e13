import type { Core } from '@strapi/strapi';
import { allTypes } from './contracts';
import { canonicalLocale } from './locales';
import { attributesIn, pathOf } from './page';
import { published } from './reader';

/** Where a document is to be read, and under which title in French. */
export interface PlaceOf {
  readonly path: string;
  readonly title: string;
}

/**
 * The pages of published documents, by target (`<uid>:<documentId>`), in one query for each type concerned.
 * A document that is not published, or no longer, has none.
 */
export async function findPagesOf(
  strapi: Core.Strapi,
  targets: readonly string[],
): Promise<ReadonlyMap<string, PlaceOf>> {
  const idsByUid = Map.groupBy(new Set(targets), (target) => target.slice(0, target.lastIndexOf(':')));
  const found = allTypes().map(async ({ contract, name, type, uid }) => {
    const ids = idsByUid.get(uid)?.map((target) => target.slice(uid.length + 1));
    if (!ids || !type.page) return [];
    const rows: { documentId: string; [field: string]: unknown }[] = await strapi.db.query(uid).findMany({
      select: ['documentId', type.mainField, ...attributesIn(type.page)],
      where: { documentId: { $in: ids }, ...published(type, canonicalLocale) },
    });
    return rows.map((row): [string, PlaceOf] => [
      `${uid}:${row.documentId}`,
      { path: pathOf(contract, name, row), title: String(row[type.mainField]) },
    ]);
  });
  return new Map((await Promise.all(found)).flat());
}

/** The page of one published document (`<uid>:<documentId>`). */
export const findPageOf = async (strapi: Core.Strapi, target: string): Promise<PlaceOf | undefined> =>
  (await findPagesOf(strapi, [target])).get(target);
